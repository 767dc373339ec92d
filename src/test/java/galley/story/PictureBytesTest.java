package galley.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PictureBytesTest {

    @ParameterizedTest
    @CsvSource({"png, image/png", "jpg, image/jpeg", "gif, image/gif"})
    void kindAndSizeAreReadFromTheFirstBytes(String format, String mediaType) throws Exception {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(321, 123, BufferedImage.TYPE_INT_RGB), format, out);
        assertThat(PictureBytes.of(out.toByteArray())).contains(new PictureBytes(mediaType, 321, 123));
    }

    @Test
    void everyKindOfWebpIsRead() {
        assertThat(PictureBytes.of(hex("524946460000000057454250565038580a000000000000003f0100ef0000"))).contains(new PictureBytes("image/webp", 320, 240));
        assertThat(PictureBytes.of(hex("5249464600000000574542505650384c000000002f3fc13b00000000000000"))).contains(new PictureBytes("image/webp", 320, 240));
        assertThat(PictureBytes.of(hex("52494646000000005745425056503820000000000000009d012a4001f000"))).contains(new PictureBytes("image/webp", 320, 240));
    }

    @Test
    void whatIsNoPictureOrSaysAnImpossibleSizeIsNone() {
        assertThat(PictureBytes.of(new byte[0])).isEmpty();
        assertThat(PictureBytes.of("<svg onload='x'/>".getBytes())).isEmpty();
        assertThat(PictureBytes.of(hex("89504e470d0a1a0a0000000d494844527fffffff7fffffff"))).isEmpty();
        assertThat(PictureBytes.of(hex("ffd8ffe000"))).isEmpty();
        assertThat(PictureBytes.of(hex("ffd8ffe00002ffe00002"))).isEmpty();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits);
    }
}
