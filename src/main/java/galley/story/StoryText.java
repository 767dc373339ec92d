package galley.story;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Everything a revision says. The first group is covered by signatures (see [CanonicalText]); slugline, category, tags,
/// language and notes are furniture and may change without a new signature.
///
/// @param slugline the in-house name
/// @param body HTML in story markup: p, h2, h3, strong, em, a, ul, ol, li, blockquote, br, sub, sup
/// @param context the newsroom's own sentences for the context box, same markup
/// @param methodology what an editor adds to the generated methodology, plain text
/// @param source whose report this is based on; null for the newsroom's own story
/// @param language BCP 47 tag
public record StoryText(String slugline, String headline, String standfirst, String byline, String dateline, String body,
                        List<Picture> pictures, String context, String methodology, List<Evidence> evidence,
                        @Nullable Source source, List<Correction> corrections, String category, List<String> tags,
                        String language, String notes) {

    public StoryText {
        slugline = orEmpty(slugline);
        headline = orEmpty(headline);
        standfirst = orEmpty(standfirst);
        byline = orEmpty(byline);
        dateline = orEmpty(dateline);
        body = orEmpty(body);
        pictures = pictures == null ? List.of() : List.copyOf(pictures);
        context = orEmpty(context);
        methodology = orEmpty(methodology);
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
        corrections = corrections == null ? List.of() : List.copyOf(corrections);
        category = orEmpty(category);
        tags = tags == null ? List.of() : List.copyOf(tags);
        language = orEmpty(language);
        notes = orEmpty(notes);
    }

    /// A story of which only headline and body exist.
    public static StoryText of(String headline, String body) {
        return new StoryText("", headline, "", "", "", body, List.of(), "", "", List.of(), null, List.of(), "", List.of(), "en", "");
    }

    public StoryText withWords(String slugline, String headline, String standfirst, String body, String context) {
        return new StoryText(slugline, headline, standfirst, byline, dateline, body, pictures, context, methodology, evidence,
                source, corrections, category, tags, language, notes);
    }

    public StoryText withHeadline(String headline) {
        return withWords(slugline, headline, standfirst, body, context);
    }

    public StoryText withBody(String body) {
        return withWords(slugline, headline, standfirst, body, context);
    }

    public StoryText withFurniture(String slugline, String category, List<String> tags, String language, String notes) {
        return new StoryText(slugline, headline, standfirst, byline, dateline, body, pictures, context, methodology, evidence,
                source, corrections, category, tags, language, notes);
    }

    public StoryText withPictures(List<Picture> pictures) {
        return new StoryText(slugline, headline, standfirst, byline, dateline, body, pictures, context, methodology, evidence,
                source, corrections, category, tags, language, notes);
    }

    public StoryText withCredit(String byline, String dateline) {
        return new StoryText(slugline, headline, standfirst, byline, dateline, body, pictures, context, methodology, evidence,
                source, corrections, category, tags, language, notes);
    }

    public StoryText withEvidence(List<Evidence> evidence) {
        return new StoryText(slugline, headline, standfirst, byline, dateline, body, pictures, context, methodology, evidence,
                source, corrections, category, tags, language, notes);
    }

    public StoryText withMethodology(String methodology) {
        return new StoryText(slugline, headline, standfirst, byline, dateline, body, pictures, context, methodology, evidence,
                source, corrections, category, tags, language, notes);
    }

    public StoryText withCorrections(List<Correction> corrections) {
        return new StoryText(slugline, headline, standfirst, byline, dateline, body, pictures, context, methodology, evidence,
                source, corrections, category, tags, language, notes);
    }

    /// How long the story is: the words of its body, as newsrooms count and as the editor counts while somebody types.
    public int wordCount() {
        return WordCount.ofHtml(body);
    }

    private static String orEmpty(@Nullable String s) {
        return s == null ? "" : s;
    }
}
