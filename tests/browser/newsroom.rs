//! The page on which a newsroom puts its codes together.

use serde_json::{Value, json};

use super::axe;
use super::framed::Article;
use super::harness::{CALM, DARK, LIGHT, visit};
use super::page::Page;

async fn open(page: &Page, file: &str) {
    let address = format!("{}/{file}", page.site.origin);
    page.chromium.driver.goto(&address).await.unwrap();
    let filled = "return !!document.querySelector('[data-code=frame]')?.value";
    page.wait_for("the codes", filled, json!([])).await;
}

async fn code(page: &Page, code: &str) -> String {
    let script = "return document.querySelector(`[data-code=${arguments[0]}]`).value";
    page.run(script, json!([code])).await
}

#[tokio::test]
async fn what_is_chosen_stands_in_every_code_and_in_the_preview() {
    let page = visit().await;
    open(&page, "embed-uk.html").await;
    let choose = "const form = document.forms[0]; form.opens.value = 'clause=p20-12'; form.theme.value = 'dark'; \
        form.height.value = 640; form.ui.checked = true; form.accent.value = '#C00'; \
        form.opens.dispatchEvent(new Event('input', { bubbles: true }))";
    let _: Value = page.run(choose, json!([])).await;
    let look = "clause=p20-12&amp;lang=uk&amp;theme=dark&amp;ui=minimal&amp;accent=c00";
    for (name, fits) in [
        ("frame", true),
        ("wordpress", true),
        ("loader", false),
        ("amp", false),
    ] {
        let code = code(&page, name).await;
        let end = if fits { "&amp;fit=1\"" } else { "\"" };
        let address = format!("\"{}/index.uk.html?{look}{end}", page.site.origin);
        assert!(code.contains(&address), "{name}: {code}");
        assert!(code.contains("640"), "{name}: {code}");
    }
    for name in ["frame", "loader", "wordpress", "amp", "picture"] {
        let code = code(&page, name).await;
        assert!(
            code.contains("Пункт 12: ") && !code.contains('⟦'),
            "{name}: {code}"
        );
        let link = format!(
            "<a href=\"{}/index.uk.html?clause=p20-12&amp;lang=uk\">",
            page.site.origin
        );
        assert!(code.contains(&link), "{name}: {code}");
    }
    let there = "return [...document.querySelectorAll('iframe')].every((frame) => frame.offsetHeight === 640 \
        && frame.contentWindow.location.search === '?clause=p20-12&lang=uk&theme=dark&ui=minimal&accent=c00&fit=1') \
        && document.querySelector('.article iframe').offsetWidth === 680 && document.querySelector('.phone iframe').offsetWidth === 390";
    page.wait_for("both previews", there, json!([])).await;
    // The choice goes along to the page in another language.
    page.click(".tongues a[lang=ru]").await;
    let taken = "const form = document.forms[0]; return document.documentElement.lang === 'ru' \
        && form.opens.value === 'clause=p20-12' && form.theme.value === 'dark' && form.ui.checked && form.height.value === '640'";
    page.wait_for("the same choice in Russian", taken, json!([]))
        .await;
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_place_opens_on_the_page_that_was_made_of_it() {
    let page = visit().await;
    for (file, own, lang) in [
        ("embed.html", "r/donetsk.html", "en"),
        ("embed-ru.html", "r/donetsk.ru.html", "ru"),
    ] {
        open(&page, &format!("{file}#region=donetsk")).await;
        let origin = page.site.origin.clone();
        for (name, src) in [
            (
                "frame",
                format!("src=\"{origin}/{own}?lang={lang}&amp;fit=1\""),
            ),
            (
                "loader",
                format!("data-clausemap=\"{origin}/{own}?lang={lang}\""),
            ),
            ("amp", format!("src=\"{origin}/{own}?lang={lang}\"")),
            (
                "wordpress",
                format!("src=\"{origin}/{own}?lang={lang}&amp;fit=1\""),
            ),
        ] {
            let code = code(&page, name).await;
            assert!(code.contains(&src), "{src}: {code}");
            assert!(
                code.contains(&format!("href=\"{origin}/{own}?lang={lang}\"")),
                "{code}"
            );
        }
        // The previews show it, without a program.
        let waits = "return [...document.querySelectorAll('iframe')].every(({ contentDocument: one }) => \
            one?.documentElement?.dataset.app === 'waiting' && one.documentElement.lang === arguments[0] \
            && one.location.pathname === arguments[1] && !!one.querySelector('.made-low .selected'))";
        page.wait_for("both previews", waits, json!([lang, format!("/{own}")]))
            .await;
        // A reader of any language is taken to the whole, which finds out.
        page.click("[name=anylang]").await;
        let any = code(&page, "frame").await;
        assert!(
            any.contains(&format!("src=\"{origin}/?region=donetsk&amp;fit=1\"")),
            "{any}"
        );
    }
    // Of a place without a page of its own the whole one is opened.
    open(&page, "embed.html?2#region=volyn").await;
    let volyn = code(&page, "frame").await;
    assert!(
        volyn.contains("/?region=volyn&amp;lang=en&amp;fit=1\""),
        "{volyn}"
    );
    page.assert_quiet().await;
}

#[tokio::test]
async fn a_code_is_copied_and_a_choice_that_is_none_is_the_first() {
    let page = visit().await;
    open(
        &page,
        "embed.html#region=atlantis&theme=blue&accent=%3Cimg%3E",
    )
    .await;
    let frame = code(&page, "frame").await;
    let address = format!("src=\"{}/?lang=en&amp;fit=1\"", page.site.origin);
    assert!(frame.contains(&address), "{frame}");
    page.click("[data-copy=frame]").await;
    let said = "return ['Copied.'].includes(document.querySelector('.told').textContent)";
    page.wait_for("a word on it", said, json!([])).await;
    open(&page, "embed.html?1#region=kherson").await;
    assert!(
        code(&page, "frame")
            .await
            .contains("title=\"Kherson oblast – ")
    );
    // Neither the page nor the previews in it keep anything, or ask anybody else.
    let own = format!("{}/", page.site.origin);
    let requested = page.requested().await;
    let is_ours = |url: &&String| {
        url.starts_with(&own) || url.starts_with("data:") || url.starts_with("blob:")
    };
    let elsewhere: Vec<_> = requested.iter().filter(|url| !is_ours(url)).collect();
    assert!(
        requested.len() > 5 && elsewhere.is_empty(),
        "{elsewhere:#?}"
    );
    let kept = "return [document.cookie, localStorage.length, sessionStorage.length]";
    let kept: Value = page.run(kept, json!([])).await;
    assert_eq!(kept, json!(["", 0, 0]));
    page.assert_quiet().await;
}

#[tokio::test]
async fn who_shares_a_page_finds_the_code_for_it() {
    let page = visit().await;
    for (lang, file, title) in [
        ("en", "embed.html", "Kherson oblast"),
        ("uk", "embed-uk.html", "Херсонська область"),
    ] {
        page.open_in(lang, "#region=kherson&plan=us28").await;
        page.click(".share-button").await;
        let there = page.attributes("a.codes", "href").await;
        assert_eq!(there, [format!("{file}#region=kherson&plan=us28")]);
        open(&page, &there[0]).await;
        assert!(
            code(&page, "frame")
                .await
                .contains(&format!("title=\"{title}"))
        );
    }
}

#[tokio::test]
async fn the_page_is_worked_with_keys_alone() {
    let page = visit().await;
    open(&page, "embed.html").await;
    let mut seen = Vec::new();
    for _ in 0..40 {
        page.press("Tab").await;
        let skips: bool = page
            .run("return document.activeElement.matches('.skip')", json!([]))
            .await;
        if skips {
            page.press("Enter").await;
        }
        let at: String = page
            .run(
                "const one = document.activeElement; return one.name || one.dataset.code || one.dataset.copy \
                    || (one.localName === 'iframe' ? 'iframe' : one.className || one.localName)",
                json!([]),
            )
            .await;
        seen.push(at);
    }
    for stop in [
        "opens",
        "theme",
        "height",
        "ui",
        "accent",
        "frame",
        "loader",
        "wordpress",
        "amp",
        "picture",
    ] {
        assert!(seen.iter().any(|at| at == stop), "{stop}: {seen:?}");
    }
    page.assert_quiet().await;
}

#[tokio::test]
async fn the_page_keeps_to_the_guidelines() {
    let page = visit().await;
    for (file, wish, width) in [
        ("embed.html", LIGHT, 1440),
        ("embed-uk.html", DARK, 1440),
        ("embed-ru.html", LIGHT, 390),
    ] {
        page.resize(width, 900, false).await;
        page.prefer(&[wish, CALM]).await;
        open(&page, file).await;
        let found = axe::found_here(&page, "embed.html").await;
        assert!(found.is_empty(), "{file}: {}", found.join("\n"));
        let wide: i64 = page
            .run("return document.documentElement.scrollWidth", json!([]))
            .await;
        assert!(wide <= i64::from(width), "{file} is {wide} px wide");
    }
}

#[tokio::test]
async fn the_codes_work_where_they_are_pasted() {
    let page = visit().await;
    open(&page, "embed.html#region=donetsk").await;
    let codes = [code(&page, "frame").await, code(&page, "loader").await];
    let mut page = page;
    for pasted in codes {
        let article = Article::with(page, &pasted).await;
        article
            .wait_to_hear(json!({ "source": "clausemap", "type": "ready" }))
            .await;
        article.inside().await;
        article.page.wait_for_state("ready").await;
        article.page.wait_for_subject("region:donetsk").await;
        article.page.assert_quiet().await;
        article.outside().await;
        page = article.leave();
    }
}

#[tokio::test]
async fn a_picture_fits_its_column_and_leads_to_the_map() {
    let page = visit().await;
    open(&page, "embed.html#region=donetsk").await;
    let picture = code(&page, "picture").await;
    let mut page = page;
    for (width, phone) in [(680, false), (390, true)] {
        page.resize(width, 800, phone).await;
        let article = Article::with(page, &picture).await;
        let there = "const picture = document.querySelector('figure a img'); picture?.scrollIntoView(); \
            const [file, wide, high] = arguments; \
            return !!picture?.complete && picture.naturalWidth === wide && picture.currentSrc.endsWith(file) \
            && picture.alt.includes('Donetsk oblast') && picture.closest('a').pathname.endsWith('/r/donetsk.html') \
            && document.querySelectorAll('figcaption a').length === 1 \
            && Math.abs(picture.width / picture.height - wide / high) < 0.02";
        // A phone has a drawing of its own, in letters that can be read there.
        let shown = if phone {
            json!(["/posters/donetsk.phone.svg", 390, 600])
        } else {
            json!(["/posters/donetsk.png", 1200, 630])
        };
        article.page.wait_for("the picture", there, shown).await;
        let wide: u32 = article
            .page
            .run("return document.documentElement.scrollWidth", json!([]))
            .await;
        assert!(wide <= width, "{wide} px in a column of {width}");
        page = article.leave();
    }
}
