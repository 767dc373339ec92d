package galley.story;

/// Whose report a story is based on: the outlet's name and the address of its story.
public record Source(String name, String url) {}
