package galley.publish.page;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/// The Courier's pictures, drawn here so that nobody else's rights are in them.
final class CourierPictures {

    private CourierPictures() {}

    static byte[] waves() {
        double[] metres = {.6, .8, 1.1, 1.3, 1.9, 2.4, 3.1, 3.8, 4.4, 4.8, 5.2, 5.6, 5.9, 6, 5.9, 5.8, 5.5, 5.7, 5.2, 4.7, 4.5, 4.1, 3.9, 3.6, 3.4};
        return draw((g, w, h) -> {
            g.setColor(new Color(0xf5f6f4));
            g.fillRect(0, 0, w, h);
            g.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 26));
            for (int m = 2; m <= 6; m += 2) {
                int y = y(m, h);
                g.setColor(new Color(0xd3d7d3));
                g.fillRect(90, y, w - 130, 2);
                g.setColor(new Color(0x535b57));
                g.drawString(m + " m", 24, y + 9);
            }
            double step = (w - 140.0) / metres.length;
            for (int i = 0; i < metres.length; i++) {
                g.setColor(new Color(metres[i] == 6 ? 0xb02a1a : metres[i] < 2 ? 0xa9bcf0 : 0x2148b8));
                g.fill(new Rectangle2D.Double(100 + i * step, y(metres[i], h), step * .72, y(0, h) - y(metres[i], h)));
            }
            g.setColor(new Color(0x535b57));
            g.fillRect(90, y(0, h), w - 130, 3);
            g.drawString("Mon 12:00", 96, h - 36);
            g.drawString("Tue 00:00", w / 2 - 40, h - 36);
            g.drawString("12:00", w - 120, h - 36);
        });
    }

    static byte[] map() {
        return draw((g, w, h) -> {
            g.setColor(new Color(0xd9e3fb));
            g.fillRect(0, 0, w, h);
            g.setColor(new Color(0xeae6d8));
            var land = new Path2D.Double();
            land.moveTo(0, 120);
            land.curveTo(300, 80, 420, 260, 620, 300);
            land.curveTo(760, 330, 700, 520, 900, 560);
            land.curveTo(1100, 600, 1150, 720, 1400, 700);
            land.lineTo(1400, 788);
            land.lineTo(0, 788);
            land.closePath();
            g.fill(land);
            g.setColor(new Color(0x1b1f1d));
            g.setStroke(new BasicStroke(14, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            g.drawLine(900, 560, 1120, 330);
            g.drawLine(620, 300, 760, 180);
            g.setColor(new Color(0xb02a1a));
            g.setStroke(new BasicStroke(5));
            for (int i = 0; i < 4; i++) {
                g.drawArc(1080 + i * 55, 330 - i * 30, 120, 120, 120, 120);
            }
        });
    }

    private static int y(double metres, int h) {
        return (int) Math.round(h - 90 - metres / 6.6 * (h - 150));
    }

    private interface Drawing {
        void on(Graphics2D g, int width, int height);
    }

    private static byte[] draw(Drawing drawing) {
        var image = new BufferedImage(1400, 788, BufferedImage.TYPE_INT_RGB);
        var g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.on(g, 1400, 788);
        g.dispose();
        try {
            var out = new ByteArrayOutputStream();
            ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
