//! How much is taken in of what a reader brings. A few kilobytes of an archive may unpack to more than a browser
//! holds, and a folder may be a whole disk: neither is a dossier, and neither may take the page down.

use thiserror::Error;

/// More files are no dossier: fifty plans in ten languages have some hundreds.
pub const MOST_FILES: usize = 2000;

/// More bytes, unpacked, are no dossier: the outlines of all countries from close by are a tenth of that.
pub const MOST_BYTES: usize = 256 << 20;

/// What there is too much of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum TooMuch {
    /// There are more than [`MOST_FILES`].
    #[error("more than {MOST_FILES} files")]
    Files,
    /// They have more than [`MOST_BYTES`] together.
    #[error("more than {MOST_BYTES} bytes")]
    Bytes,
}

/// What may still be taken in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Room {
    files: usize,
    bytes: usize,
}

impl Default for Room {
    fn default() -> Self {
        Self {
            files: MOST_FILES,
            bytes: MOST_BYTES,
        }
    }
}

impl Room {
    /// Takes one more file in.
    ///
    /// # Errors
    /// When there are too many.
    pub fn file(&mut self) -> Result<(), TooMuch> {
        self.files = self.files.checked_sub(1).ok_or(TooMuch::Files)?;
        Ok(())
    }

    /// Takes bytes in: as they come, since what an archive says of their number may be false.
    ///
    /// # Errors
    /// When there are too many.
    pub fn bytes(&mut self, more: usize) -> Result<(), TooMuch> {
        self.bytes = self.bytes.checked_sub(more).ok_or(TooMuch::Bytes)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, MOST_FILES, Room, TooMuch};

    #[test]
    fn room_ends_at_the_last_file_and_at_the_last_byte() {
        let mut room = Room::default();
        for _ in 0..MOST_FILES {
            room.file().unwrap();
        }
        assert_eq!(room.file(), Err(TooMuch::Files));

        let mut room = Room::default();
        for _ in 0..256 {
            room.bytes(MOST_BYTES / 256).unwrap();
        }
        assert_eq!(room.bytes(0), Ok(()));
        assert_eq!(room.bytes(1), Err(TooMuch::Bytes));
        // What was refused took nothing away.
        assert_eq!(room.bytes(0), Ok(()));
        assert_eq!(Room::default().bytes(usize::MAX), Err(TooMuch::Bytes));
    }
}
