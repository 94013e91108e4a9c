//! The address: Back and Forward, links opened cold, links to what is not there.

use serde_json::json;

use super::harness::visit;
use super::page::Page;

/// The window's title says where one is: the view, and what is open in it.
#[tokio::test]
async fn the_title_names_the_view_and_what_is_open() {
    let page = visit().await;
    page.open("").await;
    for (fragment, words) in [
        ("#view=compare", "Compare – "),
        ("#view=positions&open=v26", "Ukraine withdraws"),
        (
            "#view=positions&region=donetsk",
            "Donetsk oblast · Positions – ",
        ),
        ("#view=sources&region=donetsk", "Sources – "),
        ("#view=list&clause=p20-12", " · List – "),
    ] {
        page.show(fragment).await;
        let script = "return document.title.includes(arguments[0])";
        page.wait_for(words, script, json!([words])).await;
    }
}

#[tokio::test]
async fn back_and_forward_restore_every_step() {
    let page = visit().await;
    page.open("").await;
    page.click(".bar .tools button").await;
    page.click("[data-listed='donbas']").await;
    page.wait_for_subject("region:donbas").await;
    // Zelensky's claim of December bears on a clause, and the clause on a source without an address.
    page.click("[data-pane] [data-claim='s04'] a[href*='clause=seed-p5']")
        .await;
    page.wait_for_subject("clause:seed-p5").await;
    page.click("[data-pane] a[data-source='src-seed']").await;
    page.wait_for_subject("source:src-seed").await;
    for earlier in ["clause:seed-p5", "region:donbas", "overview"] {
        page.back().await;
        page.wait_for_subject(earlier).await;
    }
    for later in ["region:donbas", "clause:seed-p5", "source:src-seed"] {
        page.forward().await;
        page.wait_for_subject(later).await;
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_click_on_the_map_is_a_step_for_back() {
    let page = visit().await;
    page.open("#clause=p20-12").await;
    page.click_region("kherson").await;
    page.wait_for_subject("region:kherson").await;
    page.back().await;
    page.wait_for_subject("clause:p20-12").await;
    page.wait_for_rest().await;
    assert_eq!(page.lit().await, ["enerhodar", "znpp"]);
    page.forward().await;
    page.wait_for_subject("region:kherson").await;
}

#[tokio::test]
async fn a_link_opens_cold_on_what_it_names() {
    let page = visit().await;
    for (fragment, subject, heading, title) in [
        (
            "#region=donetsk",
            "region:donetsk",
            "Donetsk oblast",
            "Donetsk oblast – ",
        ),
        (
            "#region=novorossiya",
            "region:novorossiya",
            "‘Novorossiya’",
            "‘Novorossiya’ – ",
        ),
        (
            "#clause=p20-12",
            "clause:p20-12",
            "Zaporizhzhia plant",
            "Clause 12: Zaporizhzhia plant – ",
        ),
        (
            "#clause=p20-14a",
            "clause:p20-14a",
            "Stand where we stand",
            "Clause 14a: ",
        ),
        (
            "#source=src-seed",
            "source:src-seed",
            "Key details about latest",
            "Key details about",
        ),
        // A hand on the link before: what is not ours in an address is left alone.
        (
            "#region=kherson&utm_source=x&plan=us28",
            "region:kherson",
            "Kherson oblast",
            "Kherson",
        ),
    ] {
        page.open(fragment).await;
        assert_eq!(page.subject().await, subject, "{fragment}");
        let said = page.words("[data-pane] h1").await;
        assert!(said.starts_with(heading), "{fragment} is headed {said}");
        let titled = page.chromium.driver.title().await.unwrap();
        assert!(titled.starts_with(title), "{fragment} is titled {titled}");
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_plan_in_the_address_is_the_one_that_is_counted() {
    let page = visit().await;
    page.open("#region=donetsk&plan=us28").await;
    let named = page.words("[data-pane] .of-plan").await;
    assert!(named.starts_with("28 points"), "{named}");
    page.click("[data-pane] .close").await;
    page.wait_for_subject("overview").await;
    let chosen = page
        .attributes("[data-pane] .plan.chosen", "data-plan")
        .await;
    assert_eq!(chosen, ["us28"], "the plan stays chosen");
}

/// Opens a fragment that names nothing and returns what the page says of it.
async fn told(page: &Page, fragment: &str) -> String {
    page.open(fragment).await;
    assert_eq!(page.subject().await, "overview", "{fragment}");
    let inside = page.count("[data-pane] > .notice[role='alert'] *").await;
    assert_eq!(inside, 0, "{fragment} made elements of its words");
    page.words("[data-pane] > .notice[role='alert']").await
}

#[tokio::test]
async fn what_is_not_in_the_dossier_is_said_to_be_missing() {
    let page = visit().await;
    for (fragment, name) in [
        ("#region=atlantis", "atlantis"),
        ("#clause=zz", "zz"),
        ("#source=src-nowhere", "src-nowhere"),
        ("#region=Donetsk", "Donetsk"),
    ] {
        let said = told(&page, fragment).await;
        assert!(
            said.contains(&format!("“{name}” is not in this dossier")),
            "{fragment}: {said}"
        );
    }
    page.assert_quiet().await;
    // From there on the page works as ever, and the sentence goes.
    page.click("[data-pane] [data-clause='p20-01']").await;
    page.wait_for_subject("clause:p20-01").await;
    assert_eq!(page.count("[data-pane] > .notice").await, 0);
}

#[tokio::test]
async fn hostile_addresses_stay_words() {
    let page = visit().await;
    page.open("").await;
    let scripts = page.count("script").await;
    for fragment in [
        "#region=<script>window.hacked=1</script>",
        "#region=<img src=x onerror=window.hacked=1>",
        "#clause=%3Cimg%20src%3Dx%20onerror%3Dwindow.hacked%3D1%3E",
        "#source=javascript:window.hacked=1",
        "#theme=<script>&list=<b>&plan=<i>&region=\"><script>",
    ] {
        let said = told(&page, fragment).await;
        assert!(
            said.contains("is not in this dossier"),
            "{fragment}: {said}"
        );
        let hacked = page
            .run::<bool>("return 'hacked' in window", json!([]))
            .await;
        assert!(!hacked, "{fragment} ran");
        assert_eq!(page.count("script").await, scripts, "{fragment}");
    }
    page.assert_quiet().await;
}
