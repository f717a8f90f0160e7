package org.jiaogongti.platform.shell.model;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jiaogongti.platform.shell.BarChart;
import org.jiaogongti.platform.shell.BarChart.Bar;
import org.jiaogongti.platform.shell.BarChart.Ink;
import org.jiaogongti.platform.shell.BarChart.Part;
import org.jiaogongti.platform.shell.BarChart.Piece;

/**
 * A chart as a picture as wide as an official document's text. Its words are drawn as outlines of the copies' typeface, so
 * that nothing depends on the typefaces of the machine.
 */
public final class ChartPicture {

    /** 200 dots an inch. */
    private static final int WIDTH = 1228;
    private static final int MARGIN = 12;
    private static final int ROW = 64;
    private static final int BAR = 34;
    private static final int LEGEND = 64;
    /** Size 4 of the table below it, 12 pt. */
    private static final int TYPE = 32;
    private static final int GAP = 16;
    private static final int SWATCH = 40;
    private static final Color DARK = new Color(0x0b5a8a);
    private static final Color LINE = new Color(0x17242f);

    private final BarChart chart;
    private final Graphics2D pen;
    private final Map<String, Lettering> letterings;

    private ChartPicture(BarChart chart, Graphics2D pen) {
        this.chart = chart;
        this.pen = pen;
        List<String> texts = new ArrayList<>(chart.parts().stream().map(Part::name).toList());
        chart.bars().forEach(bar -> texts.addAll(List.of(bar.name(), bar.figure())));
        this.letterings = PrintFont.letterings(texts, TYPE);
    }

    public static byte[] png(BarChart chart) {
        int legend = chart.parts().size() > 1 ? LEGEND : 0;
        int height = 2 * MARGIN + legend + ROW * chart.bars().size();
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        new ChartPicture(chart, pen).draw(legend);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void draw(int legend) {
        List<Lettering> names = chart.bars().stream().map(Bar::name).map(this::set).toList();
        List<Lettering> figures = chart.bars().stream().map(Bar::figure).map(this::set).toList();
        double left = MARGIN + widest(names) + GAP;
        double width = WIDTH - MARGIN - widest(figures) - GAP - left;
        if (legend > 0) {
            legend(left);
        }
        double top = MARGIN + legend;
        for (int i = 0; i < chart.bars().size(); i++) {
            write(names.get(i), left - GAP - names.get(i).width(), top);
            double end = left;
            for (Piece piece : chart.pieces(chart.bars().get(i))) {
                double from = left + width * piece.from() / 1000;
                end = from + width * piece.length() / 1000;
                fill(piece.ink(), new Rectangle2D.Double(from, top + (ROW - BAR) / 2.0, end - from, BAR));
            }
            write(figures.get(i), end + GAP, top);
            top += ROW;
        }
    }

    private void legend(double left) {
        double at = left;
        for (Part part : chart.parts()) {
            fill(part.ink(), new Rectangle2D.Double(at, MARGIN + (LEGEND - BAR) / 2.0, SWATCH, BAR));
            Lettering name = set(part.name());
            write(name, at + SWATCH + GAP / 2.0, MARGIN);
            at += SWATCH + GAP / 2.0 + name.width() + 2 * GAP;
        }
    }

    private void write(Lettering words, double x, double top) {
        pen.setColor(LINE);
        // The middle of a Chinese character stands three eighths of its height above the line.
        pen.fill(AffineTransform.getTranslateInstance(x, top + ROW / 2.0 + TYPE * 0.375)
                .createTransformedShape(words.shape()));
    }

    private void fill(Ink ink, Rectangle2D place) {
        pen.setColor(DARK);
        switch (ink) {
            case SOLID -> pen.fill(place);
            case HATCHED -> lines(place, true, false);
            case CROSSED -> lines(place, true, true);
            case EMPTY -> {
            }
        }
        pen.setColor(LINE);
        pen.setStroke(new BasicStroke(2));
        pen.draw(place);
    }

    private void lines(Rectangle2D place, boolean up, boolean down) {
        Shape clip = pen.getClip();
        pen.setClip(new Area(place));
        pen.setStroke(new BasicStroke(3));
        for (double x = place.getX() - BAR; x < place.getMaxX(); x += 12) {
            if (up) {
                pen.draw(new Line2D.Double(x, place.getMaxY(), x + BAR, place.getY()));
            }
            if (down) {
                pen.draw(new Line2D.Double(x, place.getY(), x + BAR, place.getMaxY()));
            }
        }
        pen.setClip(clip);
    }

    /** Words as an outline that begins at 0. */
    record Lettering(Shape shape, double width) {}

    private Lettering set(String words) {
        return Objects.requireNonNull(letterings.get(words));
    }

    private static double widest(List<Lettering> all) {
        return all.stream().mapToDouble(Lettering::width).max().orElse(0);
    }
}
