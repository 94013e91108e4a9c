//! What is here, beside an answer that is reached in another way: by winding numbers in whole
//! numbers, without any of the atlas's own measuring.

use super::*;

/// How many random points are tried.
const POINTS: usize = 100_000;

/// Rows into which the edges of the reference are sorted, so that it ends today.
const ROWS: usize = 2_000;

/// East and north in eighths of a millimetre: products of differences are exact in 128 bits.
type Exact = (i128, i128);

fn exact(at: Point) -> Exact {
    ((at.x * 8192.0) as i128, (at.y * 8192.0) as i128)
}

/// The edges of a feature by the rows that they reach into.
struct Outline {
    id: String,
    area: f64,
    rows: Vec<Vec<(Exact, Exact)>>,
    low: f64,
    high: f64,
}

impl Outline {
    fn of(id: &str, feature: &Feature, nodes: &Nodes) -> Self {
        let mut outline = Self {
            id: id.to_owned(),
            area: feature.area,
            rows: vec![Vec::new(); ROWS],
            low: feature.bounds.min.y,
            high: feature.bounds.max.y,
        };
        for (_, line) in feature.shape.lines() {
            for (at, a) in line.iter().enumerate() {
                let b = line[(at + 1) % line.len()];
                let (a, b) = (nodes.plane(*a), nodes.plane(b));
                let (from, to) = (outline.row(a.y.min(b.y)), outline.row(a.y.max(b.y)));
                for row in from.unwrap()..=to.unwrap() {
                    outline.rows[row].push((exact(a), exact(b)));
                }
            }
        }
        outline
    }

    fn row(&self, y: f64) -> Option<usize> {
        let part = (y - self.low) / (self.high - self.low);
        let there = (0.0..=1.0).contains(&part);
        there.then(|| ((part * ROWS as f64) as usize).min(ROWS - 1))
    }

    /// Whether it holds a point, or has it on its edge.
    fn holds(&self, at: Point) -> bool {
        let Some(row) = self.row(at.y) else {
            return false;
        };
        let (x, y) = exact(at);
        let mut winding = 0;
        for ((ax, ay), (bx, by)) in &self.rows[row] {
            let left = (bx - ax) * (y - ay) - (x - ax) * (by - ay);
            if *ay <= y && *by > y && left > 0 {
                winding += 1;
            } else if *ay > y && *by <= y && left < 0 {
                winding -= 1;
            }
            let beside = |p: &i128, q: &i128, v: i128| *p.min(q) <= v && v <= *p.max(q);
            if left == 0 && beside(ax, bx, x) && beside(ay, by, y) {
                return true;
            }
        }
        winding != 0
    }
}

/// Numbers from 0 to 1 that are the same in every run (Steele's `SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((z ^ (z >> 31)) >> 11) as f64 / (1_u64 << 53) as f64
    }
}

#[test]
fn what_is_here_is_what_a_slow_exact_search_finds() {
    let atlas = shipped();
    let nodes = atlas.nodes();
    // Each unit is a region by its own id, and so is the country.
    let areas = atlas.of_role(LayerRole::Regions).chain(atlas.home());
    let regions: Vec<Outline> = areas
        .filter(|feature| feature.shape.form == Form::Area)
        .map(|feature| match &*feature.at.id {
            "UA" => Outline::of("ukr", feature, nodes),
            id => Outline::of(&id.to_lowercase(), feature, nodes),
        })
        .collect();
    let countries = atlas.of_role(LayerRole::Backdrop);
    let countries: Vec<Outline> = countries.map(|f| Outline::of(&f.at.id, f, nodes)).collect();
    let mut all = Bounds::default();
    for feature in atlas.of_role(LayerRole::Backdrop) {
        all = all.union(feature.bounds);
    }
    let home = atlas.ground_bounds();
    // Two halves at a time, each with dice of its own.
    let (on_land, in_regions) = std::thread::scope(|scope| {
        let half = |seed| {
            let (regions, countries, atlas) = (&regions, &countries, &atlas);
            scope.spawn(move || compare(atlas, regions, countries, [home, all], Dice(seed)))
        };
        let found = [2025, 2026].map(half).map(|half| half.join().unwrap());
        (found[0].0 + found[1].0, found[0].1 + found[1].1)
    });
    assert!(
        on_land > POINTS / 2 && in_regions > POINTS / 5,
        "{on_land} {in_regions}"
    );
}

/// Tries half of the points; how many of them lay on land, and in regions.
fn compare(
    atlas: &Atlas,
    regions: &[Outline],
    countries: &[Outline],
    boxes: [Bounds; 2],
    mut dice: Dice,
) -> (usize, usize) {
    let (mut on_land, mut in_regions) = (0, 0);
    for n in 0..POINTS / 2 {
        // Every other point where the regions are: elsewhere there is little to find.
        let within = boxes[n % 2];
        let at = Point::new(
            within.min.x + dice.roll() * within.width(),
            within.min.y + dice.roll() * within.height(),
        );
        let mut expected: Vec<&Outline> = regions.iter().filter(|r| r.holds(at)).collect();
        expected.sort_by(|a, b| a.area.total_cmp(&b.area));
        let expected: Vec<&str> = expected.iter().map(|r| &*r.id).collect();
        let found = atlas.what_is_here(at, 0.0, Reach::Own);
        let found: Vec<&str> = found.iter().map(RegionId::as_str).collect();
        assert_eq!(found, expected, "{at:?}");
        in_regions += usize::from(!found.is_empty());

        let expected: Vec<&str> = countries
            .iter()
            .filter(|c| c.holds(at))
            .map(|c| &*c.id)
            .collect();
        let country = atlas.country_at(at).map(|feature| &*feature.at.id);
        assert_eq!(country, expected.first().copied(), "{at:?}");
        assert!(expected.len() <= 1, "{at:?} lies in {expected:?}");
        on_land += usize::from(country.is_some());
    }
    (on_land, in_regions)
}
