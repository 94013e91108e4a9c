//! An atlas is the same in however many steps it is made.

use super::*;

fn same(one: &Atlas, other: &Atlas) {
    assert!(!one.features().is_empty());
    assert_eq!(one.features(), other.features());
    assert_eq!(one.nodes().degrees, other.nodes().degrees);
    assert_eq!(one.nodes().plane, other.nodes().plane);
    assert_eq!(one.nodes().weight, other.nodes().weight);
    assert_eq!(one.seams(), other.seams());
    assert_eq!(one.home().map(|f| &f.at), other.home().map(|f| &f.at));
    assert_eq!(one.extent(), other.extent());
    assert_eq!(one.refused, other.refused);
}

#[test]
fn whoever_stops_in_between_gets_the_same_atlas() {
    let (files, layers) = shipped_files(&["geo"]);
    let (whole, _) = Atlas::read(&files, &layers, shipped_projection());
    for part in [1, 10, 100] {
        let mut survey = Survey::begin(&files, &layers, shipped_projection());
        for _ in 0..part {
            assert!(survey.step());
        }
        let (atlas, faults) = survey.finish();
        assert_eq!(faults, []);
        same(&atlas, &whole);
    }
}

#[test]
fn nodes_weighed_some_at_a_time_weigh_what_they_weigh_at_once() {
    let atlas = read();
    let mut nodes = atlas.nodes().clone();
    nodes.weight.clear();
    weigh(&mut nodes, atlas.features().iter().map(|f| &f.shape));
    assert_eq!(nodes.weight, atlas.nodes().weight);
}

#[test]
fn no_step_does_most_of_the_work() {
    let (files, layers) = shipped_files(&["geo/detail", "geo"]);
    let mut survey = Survey::begin(&files, &layers, shipped_projection());
    let mut steps = 0;
    while survey.step() {
        steps += 1;
    }
    assert!(!survey.step(), "it is done");
    let (atlas, _) = survey.finish();
    // Each feature is read, measured, linked, tied and taken apart by itself.
    assert!(steps > 5 * atlas.features().len(), "{steps}");
    assert!(steps > atlas.nodes().len() / 500, "{steps}");
}

#[test]
#[ignore = "prints which steps take longest"]
fn how_long_the_steps_take() {
    let (files, layers) = shipped_files(&["geo/detail", "geo"]);
    let mut survey = Survey::begin(&files, &layers, shipped_projection());
    let mut steps = Vec::new();
    loop {
        let part = survey.part();
        let start = std::time::Instant::now();
        if !survey.step() {
            break;
        }
        steps.push((start.elapsed(), part));
    }
    let all: std::time::Duration = steps.iter().map(|(took, _)| *took).sum();
    println!("{all:?} in {} steps", steps.len());
    let mut kinds: Vec<&'static str> = steps.iter().map(|(_, part)| *part).collect();
    kinds.dedup();
    for kind in kinds {
        let of = || {
            steps
                .iter()
                .filter(|(_, part)| *part == kind)
                .map(|(took, _)| *took)
        };
        let sum: std::time::Duration = of().sum();
        println!("{kind}: {sum:?}, at most {:?}", of().max().unwrap());
    }
}
