//! What is taken of the page that the build has made.

use std::io;

use thiserror::Error;

/// Why a built page cannot be packed.
#[derive(Debug, Error)]
pub enum Misfit {
    /// A file of the page could not be read.
    #[error("{name}: {error}; name the folder of the built page")]
    File {
        /// Which.
        name: String,
        /// What the system said.
        error: io::Error,
    },
    /// The page asks for something that the packed file would lack.
    #[error(
        "index.html asks for {0}, which a packed file does not have; build the page and this command of one source"
    )]
    Unknown(String),
    /// The page does not say where something is.
    #[error(
        "index.html does not say {0}; build the page anew, so that it is as the build makes it"
    )]
    Lacks(&'static str),
    /// The program's script does not end as wasm-bindgen lets it end.
    #[error(
        "the program's script does not end as expected; build the page with the version of wasm-bindgen that the Makefile names"
    )]
    Glue,
    /// A script or a style would end its element, or hide what follows.
    #[error(
        "a script or the style of the page holds `</script`, `</style` or `<!--`, and cannot stand inside a page"
    )]
    Ends,
}

/// The program of a built page, as files.
#[derive(Debug, Clone)]
pub struct Built {
    pub(super) look: String,
    pub(super) frame: String,
    pub(super) start: String,
    pub(super) boot: String,
    pub(super) style: String,
    pub(super) icon: Vec<u8>,
    script: String,
    wasm: Vec<u8>,
    worker_script: String,
    worker_wasm: Vec<u8>,
}

/// How the program's script gives its beginning to whoever imports it. Here nobody can: a page from a disk may not
/// import, and an address that is made for a script may not be opened in a sandbox.
const EXPORT: &str = "export { initSync, __wbg_init as default };";
/// So the script, as it is, stands in the page, and says in the same place where its beginning is.
const HANDED: &str = "window.clausemapPack.begin = __wbg_init;";

/// Where the script that starts the program asks for the one beside it. Both stand in the page as one.
const BESIDE: &str = " } from \"./made.js\";\n";

/// The scripts that a page asks for and a packed file has.
const KNOWN: [&str; 3] = ["look.js", "frame.js", "boot.js"];

impl Built {
    /// Finds the parts of a page; `read` reads a file beside it.
    ///
    /// # Errors
    /// When one is missing, or the page asks for one that is not known here.
    pub fn read(read: &dyn Fn(&str) -> io::Result<Vec<u8>>) -> Result<Self, Misfit> {
        let bytes = |name: &str| {
            let name = name.trim_start_matches("./");
            read(name).map_err(|error| Misfit::File {
                name: name.to_owned(),
                error,
            })
        };
        let text = |name: &str| bytes(name).map(|all| String::from_utf8_lossy(&all).into_owned());
        let page = text("index.html")?;
        for script in after(&page, "<script").filter_map(|tag| named(tag, "src")) {
            let script = script.trim_start_matches("./");
            if !KNOWN.contains(&script) {
                return Err(Misfit::Unknown(script.to_owned()));
            }
        }
        let program = after(&page, "<script").find(|tag| tag.contains(" data-wasm="));
        let program = program.ok_or(Misfit::Lacks("where its program is"))?;
        let of = |name| named(program, name).ok_or(Misfit::Lacks("where its program is"));
        let styles = after(&page, "<link").filter(|tag| tag.contains("rel=\"stylesheet\""));
        let mut styles: Vec<_> = styles.filter_map(|tag| named(tag, "href")).collect();
        // Where the program's script puts it (public/boot.js).
        if let Some(later) = named(program, "data-style") {
            styles.insert(styles.len().min(1), later);
        }
        let styles: Result<Vec<_>, _> = styles.into_iter().map(text).collect();
        Ok(Self {
            look: text("look.js")?,
            frame: text("frame.js")?,
            start: text("overlay-start.js")?,
            boot: joined(&text("made.js")?, &text("boot.js")?)?,
            style: styles?.join("\n"),
            icon: bytes("icon.svg")?,
            script: text(of("data-js")?)?,
            wasm: bytes(of("data-wasm")?)?,
            worker_script: text("clausemap-overlay.js")?,
            worker_wasm: bytes("clausemap-overlay_bg.wasm")?,
        })
    }

    /// The program's script as it stands in the page.
    pub(super) fn glue(&self) -> Result<String, Misfit> {
        let own = self.script.trim_end();
        let own = own.strip_suffix(EXPORT).ok_or(Misfit::Glue)?;
        Ok(format!("{own}{HANDED}\n"))
    }

    /// What is unpacked when it is wanted, by name.
    pub(super) fn parts(&self) -> Vec<(String, &[u8])> {
        vec![
            ("program.wasm".to_owned(), &*self.wasm),
            ("overlay.js".to_owned(), self.worker_script.as_bytes()),
            ("overlay.wasm".to_owned(), &*self.worker_wasm),
        ]
    }
}

/// The two scripts of the page made beforehand in one.
fn joined(made: &str, boot: &str) -> Result<String, Misfit> {
    let lacks = Misfit::Lacks("what boot.js takes of made.js");
    let (before, own) = boot.split_once(BESIDE).ok_or(lacks)?;
    let before = before
        .rsplit_once("import {")
        .map_or("", |(before, _)| before);
    let own_lines = made
        .lines()
        .map(|line| line.strip_prefix("export ").unwrap_or(line));
    let made: String = own_lines.map(|line| line.to_owned() + "\n").collect();
    Ok(format!("{made}{before}{own}"))
}

/// What stands in the tags of this beginning.
fn after<'a>(page: &'a str, begin: &'static str) -> impl Iterator<Item = &'a str> {
    let tags = page.split(begin).skip(1);
    tags.filter_map(|rest| rest.split('>').next())
}

/// What an attribute of a tag says.
fn named<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let begin = format!(" {name}=\"");
    tag.split(begin.as_str()).nth(1)?.split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<script src=\"look.js\"></script><link rel=\"stylesheet\" href=\"./s.css\">\
        <script type=\"module\" src=\"./boot.js\" data-js=\"./p.js\" data-wasm=\"./p.wasm\"></script>";

    fn built(page: &str, script: &str) -> Result<Built, Misfit> {
        Built::read(&|name| match name {
            "index.html" => Ok(page.as_bytes().to_vec()),
            "p.js" => Ok(script.as_bytes().to_vec()),
            "made.js" => Ok(b"export const a = 1;\nconst b = 2;\n".to_vec()),
            "boot.js" => Ok(b"// Why.\nimport { a } from \"./made.js\";\na();\n".to_vec()),
            _ => Ok(name.as_bytes().to_vec()),
        })
    }

    #[test]
    fn the_parts_are_found_by_what_the_page_says() {
        let built = built(PAGE, &format!("let a;\n{EXPORT}\n")).unwrap();
        assert_eq!(built.style, "s.css");
        assert_eq!(built.wasm, b"p.wasm");
        assert_eq!(built.boot, "const a = 1;\nconst b = 2;\n// Why.\na();\n");
        assert_eq!(built.glue().unwrap(), format!("let a;\n{HANDED}\n"));
    }

    #[test]
    fn the_styles_stand_in_the_order_in_which_the_page_has_them() {
        let more = PAGE.replace(
            "\"./s.css\">",
            "\"./s.css\"><link rel=\"stylesheet\" href=\"./t.css\">",
        );
        let more = more.replace(" data-wasm", " data-style=\"./program.css\" data-wasm");
        let built = built(&more, EXPORT).unwrap();
        assert_eq!(built.style, "s.css\nprogram.css\nt.css");
    }

    #[test]
    fn what_would_be_missing_is_told() {
        let more = PAGE.replace("look.js", "more.js");
        let told = built(&more, EXPORT).unwrap_err().to_string();
        assert!(told.contains("asks for more.js"), "{told}");
        let none = built("<p>", EXPORT).unwrap_err().to_string();
        assert!(none.contains("where its program is"), "{none}");
        let other = built(PAGE, "export default 1;").unwrap();
        assert!(matches!(other.glue(), Err(Misfit::Glue)));
    }
}
