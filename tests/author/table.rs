//! Claims out into a spreadsheet and back.

use std::path::Path;

use clausemap::dossier::{Claim, Lang, Record};
use clausemap::load::load;

use crate::copy_of;
use crate::support::{Folder, Said, as_files, read_folder, run};

const SHIPPED: &str = "public/dossier";
const BASE: &str = "tests/broken/base";

fn claims(folder: &Folder) -> Vec<Claim> {
    let loaded = load(&as_files(folder)).unwrap();
    loaded.dossier.claims.iter().cloned().collect()
}

fn table(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("claims.csv")).unwrap()
}

/// Imports a table into a copy of the base, and gives what was said and the files then.
fn imported(name: &str, table: &str, arguments: &[&str]) -> (Said, Folder, Folder) {
    let (folder, before) = copy_of(BASE, name);
    std::fs::write(folder.join("t.csv"), table).unwrap();
    let said = run(&folder, &[&["import", "t.csv"], arguments].concat());
    let mut after = read_folder(&folder);
    after.remove("t.csv");
    (said, before, after)
}

fn text(folder: &Folder, file: &str) -> String {
    String::from_utf8(folder[file].clone()).unwrap()
}

#[test]
fn an_export_that_is_imported_changes_nothing() {
    for (from, name) in [(SHIPPED, "round-shipped"), (BASE, "round-base")] {
        let (folder, before) = copy_of(from, name);
        let said = run(&folder, &["export", "claims.csv"]);
        assert_eq!(said.code, 0, "{}", said.err);
        let said = run(&folder, &["import", "claims.csv"]);
        assert_eq!(
            (said.code, &*said.out),
            (0, "added: 0, changed: 0, removed: 0; nothing to write\n")
        );
        let mut after = read_folder(&folder);
        after.remove("claims.csv");
        assert!(after == before, "{name}");
    }
}

#[test]
fn a_table_alone_gives_every_shipped_claim_back() {
    let (folder, before) = copy_of(SHIPPED, "rebuilt");
    assert_eq!(run(&folder, &["export", "claims.csv"]).code, 0);
    std::fs::write(folder.join("claims.json"), "{\n  \"claims\": []\n}\n").unwrap();
    let said = run(&folder, &["import", "claims.csv"]);
    assert_eq!(said.code, 0, "{}", said.out);
    let after = read_folder(&folder);
    let (old, new) = (claims(&before), claims(&after));
    assert_eq!(old.len(), new.len());
    for (old, new) in old.iter().zip(&new) {
        assert_eq!(old, new);
    }
    let said = run(&folder, &["check", "."]);
    assert_eq!(said.code, 0, "{}", said.out);
}

#[test]
fn a_table_as_libreoffice_saves_it_is_taken() {
    let (folder, before) = copy_of(SHIPPED, "libreoffice");
    assert_eq!(run(&folder, &["export", "claims.csv"]).code, 0);
    // The same cells, as LibreOffice writes them where decimals have commas.
    let exported = table(&folder).replace('\u{feff}', "");
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(exported.as_bytes());
    let rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    let mut writer = csv::WriterBuilder::new()
        .delimiter(b';')
        .terminator(csv::Terminator::CRLF)
        .quote_style(csv::QuoteStyle::Necessary)
        .from_writer("\u{feff}".as_bytes().to_vec());
    let empty = vec![""; rows[0].len()];
    for (at, row) in rows.iter().enumerate() {
        writer.write_record(row).unwrap();
        if at % 20 == 0 {
            writer.write_record(&empty).unwrap();
        }
    }
    std::fs::write(folder.join("claims.csv"), writer.into_inner().unwrap()).unwrap();
    let said = run(&folder, &["import", "claims.csv"]);
    assert_eq!(
        (said.code, &*said.out),
        (0, "added: 0, changed: 0, removed: 0; nothing to write\n")
    );
    assert!(read_folder(&folder)["claims.json"] == before["claims.json"]);
}

#[test]
fn a_file_that_libreoffice_saved_is_imported() {
    // The starter's claims, one typed under them, empty rows: opened and saved by LibreOffice 7.4, as text with semicolons.
    let saved = include_str!("libreoffice.csv");
    assert!(saved.contains("\n;;;;") && saved.contains("“not one more tide”"));
    let (folder, before) = copy_of("starter", "saved-by-libreoffice");
    std::fs::write(folder.join("t.csv"), saved).unwrap();
    let said = run(&folder, &["import", "t.csv"]);
    assert_eq!(
        (said.code, &*said.out),
        (
            0,
            "added: assembly-on-ferrymouth\nadded: 1, changed: 0, removed: 0; written: claims.json\n"
        ),
        "{}",
        said.err
    );
    let after = claims(&read_folder(&folder));
    let before = claims(&before);
    assert_eq!(after.len(), before.len() + 1);
    assert!(after.starts_with(&before));
    let added = &after[before.len()];
    assert_eq!(
        added.text.exactly(&Lang::from("en")),
        Some("Will not wait; “not one more tide”, it says.")
    );
}

#[test]
fn what_a_spreadsheet_makes_of_typing_is_understood() {
    let table = "\u{feff}ID;Party;Speaker;Matter;Stance;Text;Quote;Regions;Clauses;Date;On record;Sources;(to do)\r\n\
        ;;;;;;;;;;;;\r\n\
        new–one;league;envoy;leave-westmark;Opposes;“Not yet”, he says;“Not an inch.”;westmark, millford;revised-1a;16.06.2025;TRUE;courier;ask again\r\n\
        ;;;;;;;;;;;;\r\n";
    let (said, _, after) = imported("typed", table, &[]);
    assert_eq!(said.code, 0, "{}", said.out);
    let claims = claims(&after);
    let new = claims
        .iter()
        .find(|claim| claim.id().as_str() == "new-one")
        .unwrap();
    assert_eq!(new.text.words([]), "“Not yet”, he says");
    assert_eq!(new.quote.as_ref().unwrap().words, "Not an inch.");
    assert_eq!(new.said.unwrap().to_string(), "2025-06-16");
    assert!(new.on_record);
    assert_eq!(new.coverage.len(), 2);
}

#[test]
fn only_what_changes_is_written_anew() {
    let table = "id,date,note\nstay-put,2025-06-16,Said twice.\n";
    let (said, before, after) = imported("one-cell", table, &[]);
    assert_eq!(
        said.out,
        "changed: stay-put (date, note)\n\
         not in the table, left as it is: open-now\n\
         not in the table, left as it is: no-word-on-tolls\n\
         added: 0, changed: 1, removed: 0; written: claims.json\n"
    );
    let expected = text(&before, "claims.json")
        .replace("\"2025-06-15/2025-06-16\"", "\"2025-06-16\"")
        .replace(
            "\"on_record\": false,\n      \"sources\": [\"courier\", \"mirror\"]",
            "\"on_record\": false,\n      \"note\": { \"en\": \"Said twice.\" },\n      \"sources\": [\"courier\", \"mirror\"]",
        );
    assert_eq!(text(&after, "claims.json"), expected);
}

#[test]
fn claims_are_added_at_the_end_and_taken_out_when_asked() {
    let table = "id,party,speaker,matter,stance,silent up to,text en,on record,told by,sources\n\
        later,government,minister,open-river,silent,2025-06-30,Has not said.,no,league,gazette\n\
        stay-put,league,envoy,leave-westmark,opposes,,Would not leave Westmark first.,no,,\"courier, mirror\"\n";
    let (said, before, after) = imported("prune", table, &["--prune"]);
    assert_eq!(
        said.out,
        "added: later\nremoved: open-now\nremoved: no-word-on-tolls\n\
         added: 1, changed: 0, removed: 2; written: claims.json\n"
    );
    let now = text(&after, "claims.json");
    let record = text(&before, "claims.json");
    let (_, record) = record
        .split_once("    {\n      \"id\": \"stay-put\"")
        .unwrap();
    let (record, _) = record.split_once("    }").unwrap();
    let expected = format!(
        "{{\n  \"claims\": [\n    {{\n      \"id\": \"stay-put\"{record}    }},\n    {{\n      \"id\": \"later\",\n      \
         \"party\": \"government\",\n      \"speaker\": \"minister\",\n      \"matter\": \"open-river\",\n      \
         \"stance\": {{ \"silent\": {{ \"as_of\": \"2025-06-30\" }} }},\n      \"text\": {{ \"en\": \"Has not said.\" }},\n      \
         \"on_record\": false,\n      \"told_by\": {{ \"party\": \"league\" }},\n      \"sources\": [\"gazette\"]\n    }}\n  ]\n}}\n"
    );
    assert_eq!(now, expected);
}

#[test]
fn faults_are_told_by_row_and_column_and_nothing_is_written() {
    let table = "id;party;speaker;matter;stance;text;regions;date;on record;sources\r\n\
        a;league;envoy;leave-westmark;oposes;x;westmark;2025-06-16;no;courier\r\n\
        ;;;;;;;;;\r\n\
        b;league;envoy;leave-westmark;opposes;x;westmark;Jun 25;no;courier\r\n\
        b;league;envoy;leave-westmark;opposes;x;westmark;;no;courier\r\n\
        C 1;league;envoy;leave-westmark;opposes;x;;;no;courier\r\n\
        d;league;envoy;leave-westmark;silent;;;;maybe;courier\r\n\
        ;league;envoy;leave-westmark;opposes;x;;;no;courier\r\n";
    let (said, before, after) = imported("faulty", table, &[]);
    assert_eq!(said.code, 1);
    let lines: Vec<&str> = said.out.lines().collect();
    assert_eq!(
        lines,
        [
            "t.csv: row 2, column E (stance): `oposes` is no stance; did you mean `opposes`?",
            "t.csv: row 4, column H (date): `Jun 25` is not a date; write 2025-12-15, 2025-12, 2025, 2025-12-15~ (about), 2025-12-20/2025-12-21 (from, to), 2025-01-20/.. (since) or ../.. (standing), and give the column the format Text, so that the spreadsheet leaves dates alone",
            "t.csv: row 5, column A (id): a second claim has the id `b`; give it another id, or remove it; the first is in row 4",
            "t.csv: row 6, column A (id): `C 1` is not an id; use lower-case letters, digits and single hyphens, such as `donetsk` or `p20-12`",
            "t.csv: row 7: a silence needs the day up to which it held; write a day, such as 2025-12-27",
            "t.csv: row 7, column F (text en): this cell is empty, and every claim needs it; fill it in",
            "t.csv: row 7, column I (on record): `maybe` is neither yes nor no; write yes or no",
            "t.csv: row 8, column A (id): a claim without an id; give it one that no other claim has, such as envoy-on-tolls",
        ]
    );
    assert_eq!(
        said.err,
        "nothing was written: mend the table, then import it again\n"
    );
    assert!(after == before);
}

#[test]
fn what_check_finds_in_a_claim_is_told_by_row_and_column() {
    let table = "id,party,regions,sources\nopen-now,government,silverbekc,gazette\nstay-put,government,westmark,mirror\n";
    let (said, before, after) = imported("unknown", table, &[]);
    assert_eq!(said.code, 1);
    assert_eq!(
        said.out,
        "t.csv: row 2, column C (regions): unknown region `silverbekc`; did you mean `silverbeck`?\n\
         t.csv: row 3, column B (party): `envoy` speaks for `league`, but the claim is given to `government`; a claim belongs to its speaker's party; for words about another party use `about`\n\
         t.csv: row 3, column D (sources): the claim `stay-put` rests on reposts alone; add the original report, or another source that read it\n"
    );
    assert!(after == before);
}

#[test]
fn no_cell_of_a_table_is_run_as_a_formula() {
    let (folder, mut files) = copy_of(BASE, "formula");
    let hostile = text(&files, "claims.json").replace(
        "The river is to be open to all.",
        "=HYPERLINK(\\\"http://example.org\\\";\\\"x\\\")",
    );
    files.insert("claims.json".to_owned(), hostile.into_bytes());
    std::fs::write(folder.join("claims.json"), &files["claims.json"]).unwrap();
    assert_eq!(run(&folder, &["export", "claims.csv"]).code, 0);
    assert!(
        table(&folder).contains(",\"'=HYPERLINK("),
        "{}",
        table(&folder)
    );
    assert_eq!(run(&folder, &["import", "claims.csv"]).code, 0);
    assert!(read_folder(&folder)["claims.json"] == files["claims.json"]);
}

#[test]
fn an_export_writes_over_nobodys_work() {
    let (folder, _) = copy_of(BASE, "taken");
    assert_eq!(run(&folder, &["export", "claims.csv"]).code, 0);
    // The same again does no harm.
    assert_eq!(run(&folder, &["export", "claims.csv"]).code, 0);
    std::fs::write(folder.join("claims.csv"), "id\nmine\n").unwrap();
    let said = run(&folder, &["export", "claims.csv"]);
    assert_eq!(said.code, 1);
    assert!(
        said.err.contains("write over it with --force"),
        "{}",
        said.err
    );
    assert_eq!(table(&folder), "id\nmine\n");
    assert_eq!(run(&folder, &["export", "--force", "claims.csv"]).code, 0);
    assert_eq!(run(&folder, &["export", "-"]).out, table(&folder));
    assert_eq!(run(&folder, &["export", "-", "nowhere"]).code, 2);
}
