package org.jiaogongti.platform.sample;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;

/** Drawn classrooms, so that no photograph of anybody is needed. */
final class SamplePictures {

    private static final int COUNT = 12;

    private static final int WIDTH = 800;
    private static final int HEIGHT = 600;

    private SamplePictures() {}

    static List<byte[]> all() {
        return IntStream.rangeClosed(1, COUNT).mapToObj(SamplePictures::jpeg).toList();
    }

    /** A JPEG; the same number is the same picture. */
    static byte[] jpeg(int number) {
        Chance chance = Chance.of("picture", number);
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        room(pen, chance);
        for (int row = 0; row < 3; row++) {
            for (int seat = 0; seat < 5 + row; seat++) {
                pupil(pen, chance, row, seat);
            }
        }
        pen.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpg", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException("A sample picture could not be written to memory.", impossible);
        }
        return bytes.toByteArray();
    }

    private static void room(Graphics2D pen, Chance chance) {
        pen.setColor(new Color(236, 232, 220 + chance.below(20)));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(new Color(190, 168, 136));
        pen.fillRect(0, 360, WIDTH, HEIGHT - 360);
        int left = 110 + chance.below(60);
        pen.setColor(new Color(36, 78 + chance.below(20), 66));
        pen.fillRect(left, 60, 520, 190);
        pen.setColor(new Color(150, 110, 70));
        pen.setStroke(new BasicStroke(8));
        pen.drawRect(left, 60, 520, 190);
        pen.setColor(new Color(240, 240, 235));
        pen.setStroke(new BasicStroke(3));
        for (int line = 0; line < 3; line++) {
            pen.drawLine(left + 40, 105 + line * 45, left + 200 + chance.below(260), 105 + line * 45);
        }
        int teacher = left + 420 + chance.below(160);
        pen.setColor(new Color(60, 70, 110 + chance.below(60)));
        pen.fillRoundRect(teacher, 210, 70, 170, 30, 30);
        pen.setColor(new Color(224, 190, 160));
        pen.fillOval(teacher + 8, 150, 54, 58);
    }

    private static void pupil(Graphics2D pen, Chance chance, int row, int seat) {
        int size = 44 + row * 12;
        int x = 40 + seat * (WIDTH - 100) / (5 + row) + chance.below(14);
        int y = 350 + row * 70;
        pen.setColor(new Color(70 + chance.below(110), 90 + chance.below(90), 130 + chance.below(90)));
        pen.fillRoundRect(x, y + size / 2, size + 16, size + 20, 20, 20);
        pen.setColor(new Color(45, 38, 34));
        pen.fillOval(x + 8, y - size / 4, size, size);
    }
}
