//! The list at the end of a `.zip`: which files are in it, and where each lies. No file is unpacked here.
//!
//! Every number in the archive is somebody else's: what does not lie within the bytes is no entry.

use std::ops::Range;

use thiserror::Error;

/// The signature at the beginning of the record that ends an archive.
const END: &[u8] = b"PK\x05\x06";
/// That of an entry in the list.
const LISTED: &[u8] = b"PK\x01\x02";
/// That of an entry where it lies.
const LOCAL: &[u8] = b"PK\x03\x04";
/// How long the record at the end is, without its comment.
const END_LENGTH: usize = 22;
/// How far from the end of the file that record may begin.
const LONGEST_COMMENT: usize = 65_535;

/// No archive is longer than this, nor is anything in it.
const LONGEST: usize = 1 << 30;

/// Why there is nothing to read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum BadZip {
    /// There is no list.
    #[error("this is no zip archive, or its end is missing")]
    NoList,
    /// The list is not where the archive says.
    #[error("the list of the archive is damaged")]
    Damaged,
}

/// How an entry is packed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Packing {
    /// Not at all.
    Stored,
    /// By deflate, without a heading.
    Deflated,
}

/// One file of an archive.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// Its path, with `/` between folders.
    pub name: String,
    /// How it is packed.
    pub packing: Packing,
    /// Where its packed bytes lie.
    pub at: Range<usize>,
    /// How long it says that it is.
    pub length: usize,
}

/// The files of an archive, in the order of its list: no folders, and nothing that is encrypted or packed in a way
/// that browsers do not unpack.
///
/// # Errors
/// When there is no list, or it does not lie in the bytes.
pub fn entries(archive: &[u8]) -> Result<Vec<Entry>, BadZip> {
    let end = end(archive).ok_or(BadZip::NoList)?;
    let count = short(archive, end + 10).ok_or(BadZip::Damaged)?;
    let mut at = long(archive, end + 16).ok_or(BadZip::Damaged)?;
    let mut found = Vec::new();
    for _ in 0..count {
        let (entry, next) = listed(archive, at).ok_or(BadZip::Damaged)?;
        found.extend(entry);
        at = next;
    }
    Ok(found)
}

/// Where the record at the end begins: the last that has room for its comment.
fn end(archive: &[u8]) -> Option<usize> {
    let last = archive.len().checked_sub(END_LENGTH)?;
    let first = last.saturating_sub(LONGEST_COMMENT);
    (first..=last).rev().find(|at| has(archive, *at, END))
}

/// The entry of the list at an offset, if it can be read, and where the next one begins.
fn listed(archive: &[u8], at: usize) -> Option<(Option<Entry>, usize)> {
    if !has(archive, at, LISTED) {
        return None;
    }
    let name_length = short(archive, at + 28)?;
    let name = archive.get(at + 46..at + 46 + name_length)?;
    let rest = short(archive, at + 30)? + short(archive, at + 32)?;
    Some((entry(archive, at, name), at + 46 + name_length + rest))
}

fn entry(archive: &[u8], at: usize, name: &[u8]) -> Option<Entry> {
    let name = String::from_utf8_lossy(name).replace('\\', "/");
    let is_encrypted = short(archive, at + 8)? & 1 == 1;
    let packing = match short(archive, at + 10)? {
        0 => Packing::Stored,
        8 => Packing::Deflated,
        _ => return None,
    };
    let packed = long(archive, at + 20)?;
    let length = long(archive, at + 24)?;
    let lies = long(archive, at + 42)?;
    if is_encrypted || name.ends_with('/') || !has(archive, lies, LOCAL) {
        return None;
    }
    let begin = lies + 30 + short(archive, lies + 26)? + short(archive, lies + 28)?;
    let at = begin..begin.checked_add(packed)?;
    archive.get(at.clone())?;
    Some(Entry {
        name,
        packing,
        at,
        length,
    })
}

fn has(archive: &[u8], at: usize, signature: &[u8]) -> bool {
    archive
        .get(at..)
        .is_some_and(|rest| rest.starts_with(signature))
}

/// Two bytes, the smaller first.
fn short(archive: &[u8], at: usize) -> Option<usize> {
    let bytes = archive.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_le_bytes(*bytes)))
}

/// Four bytes, the smallest first. A number beyond any file that a browser holds leads nowhere; sums of others
/// stay numbers on a small machine too.
fn long(archive: &[u8], at: usize) -> Option<usize> {
    let bytes = archive.get(at..)?.first_chunk::<4>()?;
    let number = usize::try_from(u32::from_le_bytes(*bytes)).ok()?;
    (number < LONGEST).then_some(number)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read, Write};

    use ::zip::write::SimpleFileOptions;
    use ::zip::{CompressionMethod, ZipWriter};
    use proptest::prelude::*;

    use super::{Packing, entries};

    fn archive(files: &[(String, Vec<u8>, bool)], comment: &str) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        writer.set_comment(comment).unwrap();
        writer
            .add_directory("folder/", SimpleFileOptions::default())
            .unwrap();
        for (name, bytes, packed) in files {
            let method = if *packed {
                CompressionMethod::Deflated
            } else {
                CompressionMethod::Stored
            };
            let options = SimpleFileOptions::default().compression_method(method);
            writer.start_file(name.as_str(), options).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    proptest! {
        #[test]
        fn what_was_packed_is_found(
            contents in prop::collection::vec((prop::collection::vec(any::<u8>(), 0..400), any::<bool>()), 0..8),
            comment in "[ -~]{0,60}",
        ) {
            let named = contents.into_iter().enumerate();
            let files: Vec<_> = named
                .map(|(n, (bytes, packed))| (format!("folder/файл-{n}.json"), bytes, packed))
                .collect();
            let archive = archive(&files, &comment);
            let found = entries(&archive).unwrap();
            prop_assert_eq!(found.len(), files.len());
            for (entry, (name, bytes, _)) in found.iter().zip(&files) {
                prop_assert_eq!(&entry.name, name);
                prop_assert_eq!(entry.length, bytes.len());
                let packed = &archive[entry.at.clone()];
                let unpacked = match entry.packing {
                    Packing::Stored => packed.to_vec(),
                    Packing::Deflated => {
                        let mut all = Vec::new();
                        flate2::read::DeflateDecoder::new(packed).read_to_end(&mut all).unwrap();
                        all
                    }
                };
                prop_assert_eq!(&unpacked, bytes);
            }
        }

        #[test]
        fn no_bytes_make_it_fail_otherwise_than_in_words(
            cut in any::<prop::sample::Index>(),
            changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..12),
        ) {
            let mut archive = archive(&[("a.json".to_owned(), b"{}".to_vec(), true)], "");
            for (at, byte) in changes {
                let at = at.index(archive.len());
                archive[at] = byte;
            }
            archive.truncate(cut.index(archive.len() + 1));
            for entry in entries(&archive).into_iter().flatten() {
                prop_assert!(archive.get(entry.at).is_some());
            }
        }
    }
}
