package galley.screen.editor;

/// Where the cursor is and what is true there, for buttons to show.
///
/// @param link the address of the link at the cursor; empty when there is none
/// @param empty whether nothing is selected
/// @param paragraph the words of the paragraph at the cursor, for assistive technology
public record EditorSelection(Part part, Block block, boolean bold, boolean italic, boolean subscript, boolean superscript,
                              String link, boolean bullets, boolean numbers, boolean quote, boolean empty, boolean canUndo,
                              boolean canRedo, String paragraph) {

    public enum Part {
        SLUGLINE, HEADLINE, STANDFIRST, BODY, CONTEXT, SEVERAL;

        /// Whether this part takes bold, links, lists and so on.
        public boolean takesMarkup() {
            return this == BODY || this == CONTEXT;
        }
    }

    public enum Block { PARAGRAPH, HEADING, SUBHEADING }

    /// Before any story is open.
    public static final EditorSelection NOWHERE = new EditorSelection(Part.SLUGLINE, Block.PARAGRAPH, false, false, false, false,
            "", false, false, false, true, false, false, "");
}
