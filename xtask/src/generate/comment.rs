//! Doc comments for TypeScript, from the Markdown of the model.

/// A `/** … */` comment of these paragraphs, each line indented by `indent` spaces. Empty paragraphs are left out.
pub fn comment(indent: usize, paragraphs: &[&str]) -> String {
    let margin = " ".repeat(indent);
    let texts: Vec<String> = paragraphs.iter().map(|text| clean(text)).filter(|text| !text.is_empty()).collect();
    let lines: Vec<&str> = texts.iter().flat_map(|text| std::iter::once("").chain(text.lines())).skip(1).collect();
    if let [line] = lines.as_slice() {
        return format!("{margin}/** {line} */\n");
    }
    let body: String = lines.iter().map(|line| format!("{margin} * {line}").trim_end().to_owned() + "\n").collect();
    format!("{margin}/**\n{body}{margin} */\n")
}

/// Rust keeps the space after `///`, and knows links that TypeScript does not; nothing may end the comment.
fn clean(markdown: &str) -> String {
    let lines = markdown.trim_end().lines().map(|line| line.strip_prefix(' ').unwrap_or(line));
    let text = lines.collect::<Vec<_>>().join("\n");
    text.trim_matches('\n').replace("*/", "*\\/").replace("[`", "`").replace("`]", "`")
}

/// The first sentence of a doc comment, on one line.
pub fn summary(markdown: &str) -> String {
    let paragraph = markdown.trim().split("\n\n").next().unwrap_or_default();
    let line = paragraph.split_whitespace().collect::<Vec<_>>().join(" ");
    line.split_once(". ").map(|(sentence, _)| format!("{sentence}.")).unwrap_or(line)
}

#[cfg(test)]
#[path = "comment_tests.rs"]
mod tests;
