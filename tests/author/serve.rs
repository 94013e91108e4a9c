//! The preview: the built page with another dossier in it, which reloads on save.

use std::io::{BufRead, BufReader, Lines, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};

use crate::support::{Folder, run, write_folder};
use crate::{copy_of, scratch};

/// A document as the build makes it, with an older dossier's page in it.
const DOCUMENT: &str = "<!doctype html>\n<html lang=\"en\" data-app=\"loading\">\n  <head>\n    \
    <meta name=\"description\" content=\"An older dossier.\">\n    \
    <title>An older dossier – Clausemap</title>\n    \
    <link rel=\"stylesheet\" href=\"./style-1.css\">\n    \
    <script type=\"module\" src=\"./boot.js\" data-js=\"./a.js\" data-files=\"dossier/old.json\" data-wasm=\"./a.wasm\"></script>\n  \
    </head>\n  <body>\n    <div id=\"static\"><main><p>An older dossier</p></main></div>\n  </body>\n</html>\n";

/// A preview of a copy of the starter.
struct Preview {
    child: Child,
    lines: Lines<BufReader<ChildStdout>>,
    address: String,
    folder: PathBuf,
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Preview {
    fn of(name: &str) -> Self {
        let (folder, _) = copy_of("starter", &format!("{name}/mine"));
        let page = scratch(name).join("page");
        let files = [
            ("index.html", DOCUMENT),
            ("a.wasm", "\0asm"),
            ("style-1.css", "html {}"),
            ("dossier/claims.json", "an older dossier"),
        ];
        let files = files.map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()));
        write_folder(&page, &Folder::from(files));
        std::fs::write(scratch(name).join("secret.txt"), "secret").unwrap();
        std::fs::write(folder.join(".notes"), "hidden").unwrap();
        let mut child = Command::new(env!("CARGO_BIN_EXE_clausemap"))
            .args(["serve", "mine", "--port", "0", "--page", "page"])
            .current_dir(scratch(name))
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert_eq!(lines.next().unwrap().unwrap(), "errors: 0, warnings: 0");
        let line = lines.next().unwrap().unwrap();
        let address = line.strip_prefix("mine at http://").unwrap();
        let address = address
            .strip_suffix("/ (Ctrl+C ends it)")
            .unwrap()
            .to_owned();
        assert!(address.starts_with("127.0.0.1:"), "{line}");
        Self {
            child,
            lines,
            address,
            folder,
        }
    }

    /// The head and the body of an answer.
    fn get(&self, path: &str) -> (String, String) {
        self.get_as(path, &self.address)
    }

    fn get_as(&self, path: &str, host: &str) -> (String, String) {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        let answer = String::from_utf8_lossy(&answer).into_owned();
        let (head, body) = answer.split_once("\r\n\r\n").unwrap();
        (head.to_lowercase(), body.to_owned())
    }
}

fn edit(path: &Path, old: &str, new: &str) {
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(old));
    std::fs::write(path, text.replacen(old, new, 1)).unwrap();
}

#[test]
fn the_page_shows_the_dossier_that_is_previewed() {
    let preview = Preview::of("serve-page");
    let (head, page) = preview.get("/");
    assert!(head.starts_with("http/1.1 200"), "{head}");
    assert!(
        head.contains("content-type: text/html; charset=utf-8"),
        "{head}"
    );
    assert!(head.contains("cache-control: no-store"), "{head}");
    assert!(page.contains("<title>The Brindle settlement"), "{page}");
    assert!(page.contains("Would leave the Saltings once"), "{page}");
    assert!(
        page.contains("data-files=\"dossier/dossier.json dossier/parties.json"),
        "{page}"
    );
    assert!(
        page.contains("<script type=\"module\" src=\"clausemap-preview.js\"></script></head>"),
        "{page}"
    );
    assert!(
        !page.contains("older dossier") && !page.contains("old.json"),
        "{page}"
    );
    let (_, page) = preview.get("/index.uk.html");
    assert!(page.contains("<title>Бріндлське врегулювання"), "{page}");
    let (head, text) = preview.get("/dossier/claims.json?v=1");
    assert!(head.contains("content-type: application/json"), "{head}");
    assert_eq!(
        text,
        std::fs::read_to_string(preview.folder.join("claims.json")).unwrap()
    );
    for (path, kind) in [
        ("/dossier/geo/towns.geojson", "application/geo+json"),
        ("/a.wasm", "application/wasm"),
        ("/style-1.css", "text/css"),
        ("/clausemap-preview.js", "text/javascript"),
    ] {
        let (head, _) = preview.get(path);
        assert!(
            head.contains(&format!("content-type: {kind}")),
            "{path}: {head}"
        );
    }
    // What is on the disk has no reloading script in it.
    let page = preview.folder.with_file_name("page").join("index.html");
    assert_eq!(std::fs::read_to_string(page).unwrap(), DOCUMENT);
}

#[test]
fn nothing_is_served_from_outside_nor_to_others() {
    let preview = Preview::of("serve-outside");
    for path in [
        "/../secret.txt",
        "/dossier/../../secret.txt",
        "/dossier/geo/../../../secret.txt",
        "/dossier/%2e%2e/%2e%2e/secret.txt",
        "/dossier/..%2f..%2fsecret.txt",
        "/dossier/geo%2f..%2f..%2f..%2fsecret.txt",
        "/dossier//etc/passwd",
        "/dossier/.notes",
        "/dossier/%2Enotes",
        "/dossier/nothing.json",
    ] {
        let (head, body) = preview.get(path);
        assert!(head.starts_with("http/1.1 4"), "{path}: {head}");
        assert!(
            !body.contains("secret") && !body.contains("root:"),
            "{path}: {body}"
        );
    }
    for (host, is_let_in) in [
        ("localhost:8080", true),
        ("[::1]:80", true),
        ("evil.example", false),
        ("127.0.0.1.evil.example:80", false),
    ] {
        let (head, _) = preview.get_as("/dossier/claims.json", host);
        assert_eq!(
            head.starts_with("http/1.1 200"),
            is_let_in,
            "{host}: {head}"
        );
    }
}

#[test]
fn the_page_reloads_when_the_dossier_is_saved_and_faults_are_told() {
    let mut preview = Preview::of("serve-save");
    let (_, first) = preview.get("/clausemap-saves/");
    edit(
        &preview.folder.join("claims.json"),
        "\"supports\"",
        "\"suports\"",
    );
    // It is answered only when something was saved.
    let (_, second) = preview.get(&format!("/clausemap-saves/{first}"));
    assert_ne!(first, second);
    let mut told = String::new();
    while !told.contains("errors: 1, warnings: 0") {
        told += &preview.lines.next().unwrap().unwrap();
        told.push('\n');
    }
    assert!(
        told.contains("unknown word `suports`; did you mean `supports`?"),
        "{told}"
    );
    // The sound part is there all the same; without a manifest there is the program, which says so.
    let (_, page) = preview.get("/");
    assert!(page.contains("Would leave the Saltings once"), "{page}");
    std::fs::write(preview.folder.join("dossier.json"), "{").unwrap();
    let (_, page) = preview.get("/");
    assert!(page.contains("<div id=\"static\"></div>"), "{page}");
    assert!(page.contains("clausemap-preview.js"), "{page}");
}

#[test]
fn without_a_page_or_a_dossier_it_is_said_what_to_do() {
    let (folder, _) = copy_of("starter", "serve-none/mine");
    let said = run(&folder, &["serve", "--port", "0", "--page", "nowhere"]);
    assert_eq!(said.code, 2);
    assert_eq!(
        said.err,
        "there is no built page in nowhere; run `make dist` in Clausemap's repository, or name the folder of a built page with --page\n"
    );
    std::fs::write(folder.join("index.html"), DOCUMENT).unwrap();
    let said = run(&folder, &["serve", "geo", "--port", "0", "--page", "."]);
    assert_eq!(said.code, 2);
    assert!(
        said.err.contains("name the folder that holds dossier.json"),
        "{}",
        said.err
    );
}
