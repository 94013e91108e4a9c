//! Frames that take away what a page is used to have, and servers that forget a header: what there is can
//! be read, and why there is not more is told in one line.

use std::io::Write;

use serde_json::{Value, json};

use super::site::{Site, folder, read};
use super::stand::{CORS, Framed};
use super::takeaway::{Downloads, open_panel};

/// The strictest policy that the page is to live with.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
    img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; \
    frame-ancestors *";

pub const SANDBOXED: &str = "plain.html?sandbox=allow-scripts";

/// Opens the page in a frame and goes to a region in it; nothing may be wrong.
async fn runs(site: Site, host: &str) {
    let stand = Framed::new(site).await;
    stand.open(host, "").await;
    stand.page.wait_for_state("ready").await;
    stand.page.follow("#region=donetsk", "region:donetsk").await;
    let errors = stand.errors().await;
    assert!(errors.is_empty(), "{errors:#?}");
}

/// Opens the page where its program cannot run; the reason is told, and nothing fails unheard.
pub async fn says(site: Site, host: &str, address: &str, why: &str, words: &str) {
    let stand = Framed::new(site).await;
    stand.open(host, address).await;
    stand.page.wait_for_state("failed").await;
    let told = stand.page.words(".fault").await;
    assert!(told.contains(words), "{told}");
    let fault = stand.page.attributes("html", "data-fault").await;
    assert_eq!(fault, [why]);
    let shown = "const line = document.querySelector('.fault'); const box = line.getBoundingClientRect(); \
        return line.querySelector('button') && box.height > 20 && box.bottom <= innerHeight && box.right <= innerWidth";
    stand
        .page
        .wait_for("the line in view", shown, json!([]))
        .await;
    let errors = stand.errors().await;
    let uncaught: Vec<_> = errors
        .iter()
        .filter(|error| error.contains("Uncaught"))
        .collect();
    assert!(uncaught.is_empty(), "{uncaught:#?}");
}

#[tokio::test]
async fn another_origin() {
    runs(Site::start(), "plain.html").await;
}

#[tokio::test]
async fn a_sandbox_with_cors() {
    runs(Site::answering(&[CORS]), SANDBOXED).await;
}

#[tokio::test]
async fn a_sandbox_without_cors_in_each_language() {
    for (lang, words) in [
        ("en", "sends no CORS header"),
        ("uk", "не надсилає заголовка CORS"),
        ("ru", "не присылает заголовка CORS"),
    ] {
        let address = format!("?lang={lang}");
        says(Site::start(), SANDBOXED, &address, "blocked", words).await;
    }
}

#[tokio::test]
async fn the_strict_policy() {
    let headers = [CORS, ("content-security-policy", POLICY)];
    runs(Site::answering(&headers), "plain.html").await;
    runs(Site::answering(&headers), SANDBOXED).await;
}

#[tokio::test]
async fn a_policy_without_wasm_in_each_language() {
    let policy = POLICY.replace(" 'wasm-unsafe-eval'", "");
    for (lang, words) in [
        ("en", "wasm-unsafe-eval is missing"),
        ("uk", "бракує wasm-unsafe-eval"),
        ("ru", "нет wasm-unsafe-eval"),
    ] {
        let site = Site::answering(&[CORS, ("content-security-policy", &policy)]);
        let host = "plain.html?width=320&height=200";
        says(site, host, &format!("?lang={lang}"), "policy", words).await;
    }
}

/// A file is asked for in a sandbox: one that lets files through, and one that does not and tells nobody. The reader
/// is told in both what to do if none has come.
#[tokio::test]
async fn a_file_from_a_sandbox_arrives_or_the_reader_is_told() {
    for (allowed, arrives) in [
        ("allow-scripts%20allow-downloads", true),
        ("allow-scripts", false),
    ] {
        for (lang, words) in [
            ("en", "does not let files be saved"),
            ("uk", "не дозволяє зберігати"),
            ("ru", "не разрешает сохранять"),
        ] {
            let stand = Framed::new(Site::answering(&[CORS])).await;
            let downloads = Downloads::to(&stand.page).await;
            let host = format!("plain.html?height=700&sandbox={allowed}");
            stand
                .open(&host, &format!("?lang={lang}#region=donetsk"))
                .await;
            let page = &stand.page;
            page.wait_for_state("ready").await;
            page.wait_for_subject("region:donetsk").await;
            open_panel(page).await;
            page.click("[data-share='csv']").await;
            let said =
                "return document.querySelector('.share-status').textContent.includes(arguments[0])";
            page.wait_for(words, said, json!([words])).await;
            let there = page.attributes(".share-status a", "href").await;
            assert!(
                there[0].contains(&format!("?lang={lang}#region=donetsk")),
                "{there:?}"
            );
            if arrives {
                page.until("the file", || downloads.has(".csv")).await;
            } else {
                // Nobody is told of a refusal; a file that was let through is there long before this.
                for _ in 0..50 {
                    assert!(!downloads.has(".csv"), "the browser refuses it");
                    tokio::time::sleep(std::time::Duration::from_millis(20)).await;
                }
            }
        }
    }
}

/// The name of the program's file, or of the script that starts it.
fn program(kind: &str) -> String {
    let page = read("index.html");
    let at = page.find(&format!("data-{kind}=\"")).unwrap();
    let name = page[at..].split('"').nth(1).unwrap();
    name.trim_start_matches("./").to_owned()
}

#[tokio::test]
async fn a_program_under_a_wrong_name_of_its_kind() {
    let wasm = program("wasm");
    let site = Site::start();
    site.replace(&wasm, std::fs::read(folder().join(&wasm)).unwrap());
    runs(site, "plain.html").await;
}

#[tokio::test]
async fn a_program_that_is_not_there() {
    let site = Site::start();
    site.remove(&program("wasm"));
    says(site, "plain.html", "", "files", "did not arrive").await;
}

#[tokio::test]
async fn a_folder_deep_in_a_site() {
    runs(Site::of(folder(), "/a/b", &[]), "plain.html").await;
}

/// The page's text in a `srcdoc`, in a page beside it: links to places in it stay in it.
#[tokio::test]
async fn a_copy_of_the_page() {
    for sandbox in ["", "?sandbox=allow-scripts"] {
        let site = Site::answering(&[CORS]);
        for file in ["srcdoc.html", "host.js"] {
            let file_of_hosts = format!("{}/tests/hosts/{file}", env!("CARGO_MANIFEST_DIR"));
            site.replace(file, std::fs::read(file_of_hosts).unwrap());
        }
        let stand = Framed::new(site).await;
        let mark = if sandbox.is_empty() { '?' } else { '&' };
        let host = format!(
            "{}/srcdoc.html{sandbox}{mark}frame=index.html",
            stand.page.site.origin
        );
        stand.page.chromium.driver.goto(&host).await.unwrap();
        stand.enter().await;
        stand.page.wait_for_state("ready").await;
        let click = "const region = document.querySelector('main .canvas [data-region=donetsk]'); \
            return !!region?.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })) \
                || !!region";
        stand
            .page
            .wait_for("a region to click", click, json!([]))
            .await;
        stand.page.wait_for_subject("region:donetsk").await;
        let here: String = stand.page.run("return location.href", json!([])).await;
        assert!(here.starts_with("about:srcdoc#"), "{here}");
        let errors = stand.errors().await;
        assert!(errors.is_empty(), "{errors:#?}");
    }
}

/// A program that breaks off while it is read: what it drew gives way to a line and to the static page.
#[tokio::test]
async fn a_program_that_breaks_off() {
    let stand = Framed::new(Site::answering(&[CORS])).await;
    stand.open("guardian.html", "").await;
    let page = &stand.page;
    page.wait_for_state("ready").await;
    // The document refuses the program what it counts on; whoever comes after it is served again.
    let refuse = "const own = Document.prototype.createElement; \
        Document.prototype.createElement = () => { \
            Document.prototype.createElement = own; \
            throw new Error('refused'); \
        }; \
        location.hash = '#region=crimea'";
    let _: Value = page.run(refuse, json!([])).await;
    page.wait_for_state("failed").await;
    assert!(page.words(".fault").await.contains("has stopped"));
    assert_eq!(page.attributes("html", "data-fault").await, ["stopped"]);
    let alone = "const shown = [...document.body.children].filter((one) => one.checkVisibility()); \
        return shown.every((one) => one.matches('.fault, #static')) && innerHeight < 400 || !!document.getElementById('static')";
    page.wait_for(
        "the line alone, in a frame as high as it is",
        alone,
        json!([]),
    )
    .await;
}

/// A program that neither comes nor fails: the reader has a line in the end.
#[tokio::test]
async fn a_program_that_never_starts() {
    let site = Site::answering(&[CORS]);
    site.replace(
        &program("js"),
        "export default () => new Promise(() => {});",
    );
    let stand = Framed::new(site).await;
    stand.open("guardian.html", "").await;
    stand.page.wait_for_state("loading").await;
    let slow =
        "return document.querySelector('.fault')?.textContent.includes('taking long') ?? false";
    stand.page.wait_for("the line", slow, json!([])).await;
}

/// What is written for those who host the page is what is tested here.
#[test]
fn the_ready_configurations_say_what_is_tested() {
    let policy = POLICY.split_whitespace().collect::<Vec<_>>().join(" ");
    for file in [
        "nginx.conf",
        "apache.htaccess",
        "Caddyfile",
        "_headers",
        "s3.md",
    ] {
        let path = format!("{}/docs/hosting/{file}", env!("CARGO_MANIFEST_DIR"));
        let text = std::fs::read_to_string(&path).unwrap();
        for said in [
            &*policy,
            "Access-Control-Allow-Origin",
            "Referrer-Policy",
            "no-cache",
            "immutable",
        ] {
            assert!(
                text.contains(said) || file == "_headers" && said == "no-cache",
                "{file}: {said}"
            );
        }
    }
}

#[test]
fn the_shim_is_small() {
    let text = std::fs::read(folder().join("frame.js")).unwrap();
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 1 << 16, 11, 22)
        .write_all(&text)
        .unwrap();
    assert!(packed.len() <= 4000, "{} bytes packed", packed.len());
}
