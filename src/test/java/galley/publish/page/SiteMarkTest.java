package galley.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SiteMarkTest {

    @ParameterizedTest
    @ValueSource(strings = {"The Larn Courier", "Der Hafen", "صحيفة الميناء", "港新聞", "🌊", "x", "A newsroom with a name that is far too long to stand on one line of a card"})
    void everyNewsroomHasAMark(String name) throws Exception {
        var files = SiteMark.files(name);
        assertThat(files.keySet()).containsExactly("favicon.svg", "icon-144.png", "icon-180.png", "logo-512.png", "share-1200x630.png");
        var card = ImageIO.read(new ByteArrayInputStream(files.get("share-1200x630.png")));
        assertThat(card.getWidth()).isEqualTo(1200);
        assertThat(card.getHeight()).isEqualTo(630);
        assertThat(SiteMark.svg(name)).startsWith("<svg ").doesNotContain("NaN");
    }

    @Test
    void theMarkIsTheLetterOfTheNameNotOfItsArticle() {
        assertThat(SiteMark.svg("The Larn Courier")).isEqualTo(SiteMark.svg("Larn Courier"));
    }
}
