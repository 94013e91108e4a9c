//! Which of many files are those of a dossier.

use crate::dossier::{Files, MANIFEST};

/// The path up to the manifest, empty or with a `/` at its end. Of several manifests the one is meant that lies
/// highest; without any it is empty, for the reader to be told.
pub fn root<'a>(paths: impl IntoIterator<Item = &'a str>) -> String {
    let above = paths.into_iter().filter_map(|path| {
        let above = path.strip_suffix(MANIFEST)?;
        (above.is_empty() || above.ends_with('/')).then_some(above)
    });
    let nearest = above.min_by_key(|above| (above.matches('/').count(), above.len()));
    nearest.unwrap_or_default().to_owned()
}

/// The files around the manifest, by their paths from there.
pub fn of_folder(all: Vec<(String, Vec<u8>)>) -> Files {
    let root = root(all.iter().map(|(path, _)| &**path));
    let mut files = Files::default();
    for (path, bytes) in all {
        if let Some(name) = path.strip_prefix(&root)
            && files.find(name).is_none()
        {
            files.add(name, bytes);
        }
    }
    files
}

#[cfg(test)]
mod tests {
    use super::{of_folder, root};

    #[test]
    fn the_highest_manifest_is_meant() {
        let file = |path: &str| (path.to_owned(), path.as_bytes().to_vec());
        let files = of_folder(vec![
            file("site/old/dossier/dossier.json"),
            file("site/dossier/geo/a.geojson"),
            file("site/dossier/dossier.json"),
            file("site/not-dossier.json"),
        ]);
        let manifest = files.find("dossier.json").and_then(|at| files.get(at));
        assert_eq!(manifest.unwrap().bytes, b"site/dossier/dossier.json");
        assert!(files.find("geo/a.geojson").is_some());
        assert!(files.find("site/not-dossier.json").is_none());
    }

    #[test]
    fn without_a_manifest_all_files_are_meant() {
        assert_eq!(root(["a/claims.json", "a/not-dossier.json"]), "");
        assert_eq!(root(["dossier.json", "a/dossier.json"]), "");
    }
}
