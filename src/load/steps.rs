//! Loading in steps that are short enough to let a hand move in between.

use super::places::places;
use super::{Loaded, Outlines, bind, differences, outlines, survey};
use crate::atlas::{Atlas, Survey};
use crate::coverage::Coverage;
use crate::dossier::{
    Dossier, Fault, Files, check, read_manifest, read_records, translation_faults,
};
use crate::order;

/// A dossier that is being loaded. See [`super::load`].
pub struct Loading<'a> {
    files: &'a Files,
    dossier: Dossier,
    faults: Vec<Fault>,
    survey: Survey<'a>,
    /// The full outlines, where they are read as well, or the faults of those that are not there.
    fine: Option<Result<Survey<'a>, Vec<Fault>>>,
    checked: bool,
}

impl<'a> Loading<'a> {
    /// Reads the records.
    ///
    /// # Errors
    /// As [`super::load`].
    pub fn begin(files: &'a Files) -> Result<Self, Vec<Fault>> {
        let manifest = read_manifest(files)?;
        let survey = survey(&manifest, files, |layer| layer.file.clone());
        let (dossier, faults) = read_records(manifest, files);
        Ok(Self {
            files,
            dossier,
            faults,
            survey,
            fine: None,
            checked: false,
        })
    }

    /// The same, with the full outlines of all layers.
    ///
    /// # Errors
    /// As [`super::load`].
    pub fn begin_whole(files: &'a Files) -> Result<Self, Vec<Fault>> {
        let mut begun = Self::begin(files)?;
        begun.fine = outlines(&begun.dossier.manifest, files);
        Ok(begun)
    }

    /// Checks the records, then reads a little more of the outlines. False when nothing is left to
    /// be read.
    pub fn step(&mut self) -> bool {
        if self.checked {
            let Some(Ok(fine)) = &mut self.fine else {
                return self.survey.step();
            };
            return self.survey.step() || fine.step();
        }
        self.faults.extend(check(&self.dossier, self.files));
        self.checked = true;
        true
    }

    /// The dossier with its atlas. What was left to be read is read now.
    pub fn finish(self) -> Loaded {
        let files = self.files;
        self.read().tied(files)
    }

    /// The same of a dossier that was begun whole, as [`super::load_whole`] gives it.
    pub fn finish_whole(mut self) -> Loaded {
        let files = self.files;
        let fine = self.fine.take();
        let mut read = self.read();
        match fine {
            Some(Ok(survey)) => {
                let dossier = &read.dossier;
                let (full, geometry) = Tracing { dossier, survey }.finish();
                read.faults.extend(geometry);
                let differences = differences(dossier, files, &read.atlas, &full);
                read.faults.extend(differences);
                read.atlas = full;
            }
            Some(Err(missing)) => read.faults.extend(missing),
            None => {}
        }
        let manifest = &read.dossier.manifest;
        read.faults.extend(translation_faults(manifest, files));
        // A layer without an overview was read twice, and told of twice.
        order::by(&mut read.faults, Ord::cmp);
        read.faults.dedup();
        read.tied(files)
    }

    /// The dossier with the overviews, and what is wrong with either by itself.
    fn read(mut self) -> Read {
        while self.step() {}
        let Self {
            dossier,
            mut faults,
            survey,
            ..
        } = self;
        let (mut atlas, geometry) = survey.finish();
        faults.extend(geometry);
        let manifest = &dossier.manifest;
        if let Some(overview) = manifest.overview
            && !manifest.detail_files().is_empty()
        {
            atlas.mark_overview(overview.km_per_px);
        }
        bind(&dossier, &mut atlas);
        Read {
            dossier,
            atlas,
            faults,
        }
    }
}

/// A dossier beside its atlas: what they say of each other is not looked at yet.
struct Read {
    dossier: Dossier,
    atlas: Atlas,
    faults: Vec<Fault>,
}

impl Read {
    fn tied(mut self, files: &Files) -> Loaded {
        self.faults
            .extend(places(&self.dossier, &self.atlas, files));
        order::by(&mut self.faults, Ord::cmp);
        Loaded {
            coverage: Coverage::of(&self.dossier),
            dossier: self.dossier,
            atlas: self.atlas,
            faults: self.faults,
        }
    }
}

/// Full outlines that are being read. See [`super::full`].
pub struct Tracing<'a> {
    pub(super) dossier: &'a Dossier,
    pub(super) survey: Survey<'a>,
}

impl Tracing<'_> {
    /// Reads a little more. False when nothing is left to be read.
    pub fn step(&mut self) -> bool {
        self.survey.step()
    }

    /// The outlines, with the regions tied to them. What was left to be read is read now.
    pub fn finish(self) -> Outlines {
        let (mut atlas, faults) = self.survey.finish();
        bind(self.dossier, &mut atlas);
        (atlas, faults)
    }
}
