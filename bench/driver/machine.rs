//! What the figures were measured on.

use std::fs;

/// The machine in a line: processor, how many of it, memory.
pub fn machine() -> String {
    let cores = std::thread::available_parallelism().map_or(0, std::num::NonZero::get);
    let processor = member("/proc/cpuinfo", "model name").unwrap_or_else(|| "unknown".to_owned());
    let memory = member("/proc/meminfo", "MemTotal")
        .and_then(|text| text.split(' ').next()?.parse::<f64>().ok())
        .map_or_else(String::new, |kib| {
            format!(", {:.0} GiB", kib / 1024.0 / 1024.0)
        });
    format!("{cores} × {processor}{memory}")
}

/// The first `name: value` of a file.
pub fn member(file: &str, name: &str) -> Option<String> {
    let text = fs::read_to_string(file).ok()?;
    text.lines().find_map(|line| {
        let (key, value) = line.split_once(':')?;
        (key.trim() == name).then(|| value.trim().to_owned())
    })
}
