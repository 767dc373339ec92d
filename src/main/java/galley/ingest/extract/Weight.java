package galley.ingest.extract;

/// How much a text says, in letters. A sign of Chinese or Japanese says as much as two or three letters of an alphabet.
final class Weight {

    private Weight() {}

    static int of(CharSequence text) {
        int weight = 0;
        for (int i = 0; i < text.length(); i++) {
            weight += of(text.charAt(i));
        }
        return weight;
    }

    static int of(char letter) {
        return Character.isWhitespace(letter) || letter == '\u00a0' ? 0 : letter >= '\u2E80' && letter < '\uFB00' ? 3 : 1;
    }

    /// Ends and joints of sentences in any writing.
    static boolean isStop(char letter) {
        return switch (letter) {
            case '.', ',', ';', '!', '?', ':', '。', '、', '，', '！', '？', '；', '：', '．', '،', '؛', '؟', '۔', '।', '॥', '…', '·', '։', '።', '፣', 'ๆ' -> true;
            default -> false;
        };
    }
}
