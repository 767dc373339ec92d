package galley.publish.page;

import java.time.Instant;

/// What stands where a withdrawn story stood: that one stood there, and why it went. Its headline is not repeated.
///
/// @param path where the story's page was
/// @param language BCP 47 tag of the story
/// @param reason what readers are told
public record KillNotice(String path, String language, Instant published, Instant killed, String reason) {}
