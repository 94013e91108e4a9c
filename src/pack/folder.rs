//! The page's folder as one file to carry.

use std::io::{Cursor, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// The files of a folder by name, in a folder of their own. The same files give the same bytes: no times of the
/// clock are in it, and no rights of whoever built it.
///
/// # Errors
/// When a file is larger than the form allows.
pub fn folder_as_zip(root: &str, files: &[(String, Vec<u8>)]) -> ZipResult<Vec<u8>> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(9))
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut into = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in files {
        into.start_file(format!("{root}/{name}"), options)?;
        into.write_all(bytes)?;
    }
    Ok(into.finish()?.into_inner())
}
