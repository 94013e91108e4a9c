//! Pictures to look at. They prove nothing by themselves.

use std::path::Path;

use super::harness::{DARK, visit, visit_on_phone};
use super::page::Page;

async fn picture(page: &Page, fragment: &str, name: &str) {
    page.open(fragment).await;
    page.wait_for_rest().await;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let file = folder.join(format!("{name}.png"));
    page.chromium.driver.screenshot(&file).await.unwrap();
    println!("{}", file.display());
}

#[tokio::test]
#[ignore = "writes pictures to look at"]
async fn pictures() {
    let page = visit().await;
    picture(&page, "", "first").await;
    picture(&page, "#region=donetsk", "wide").await;
    picture(&page, "#clause=p20-12", "clause").await;
    picture(&page, "#clause=p20-14", "clause-14").await;
    picture(&page, "#region=zaporizhzhia&list=1", "list").await;
    page.prefer(&[DARK]).await;
    picture(&page, "#region=donetsk", "dark").await;
    drop(page);
    let phone = visit_on_phone().await;
    picture(&phone, "", "phone-first").await;
    picture(&phone, "#region=donetsk", "phone").await;
    phone.prefer(&[DARK]).await;
    picture(&phone, "#clause=p20-12", "phone-dark").await;
}
