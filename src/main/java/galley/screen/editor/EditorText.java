package galley.screen.editor;

import galley.story.StoryText;

/// The words a person types, as plain values.
///
/// @param slugline one line of plain text, like headline and standfirst
/// @param body HTML in story markup, like context
public record EditorText(String slugline, String headline, String standfirst, String body, String context) {

    public static final EditorText EMPTY = new EditorText("", "", "", "", "");

    public static EditorText of(StoryText text) {
        return new EditorText(text.slugline(), text.headline(), text.standfirst(), text.body(), text.context());
    }

    /// The story's text with these words in it and the rest as it was.
    public StoryText into(StoryText text) {
        return text.withWords(slugline, headline, standfirst, body, context);
    }
}
