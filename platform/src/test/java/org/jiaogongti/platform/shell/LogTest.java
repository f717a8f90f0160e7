package org.jiaogongti.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jiaogongti.platform.testing.Page;
import org.jiaogongti.platform.testing.PlatformTest;
import org.jiaogongti.platform.testing.Visitor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;

/** The log as the file would have it: nobody writes lines of their own into it, and no secret is in it. */
@PlatformTest
final class LogTest {

    private static final Logger LOG = (Logger) LoggerFactory.getLogger(LogTest.class);
    private static final Logger ROOT = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private static final String FORGED = "2026-01-01T00:00:00.000+08:00 ERROR [main] forged";

    private final ByteArrayOutputStream file = new ByteArrayOutputStream();
    private final OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();

    LogTest(@Value("${logging.pattern.file}") String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(ROOT.getLoggerContext());
        encoder.setPattern(pattern);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.start();
        appender.setContext(ROOT.getLoggerContext());
        appender.setEncoder(encoder);
        appender.setOutputStream(file);
    }

    @BeforeEach
    void listen() {
        appender.start();
        ROOT.addAppender(appender);
    }

    @AfterEach
    void listenNoMore() {
        ROOT.detachAppender(appender);
        appender.stop();
    }

    private List<String> lines() {
        return List.of(file.toString(StandardCharsets.UTF_8).split("\n"));
    }

    @Test
    void whatSomebodyTypedMakesNoLineOfItsOwn() {
        String name = "张三\r\n" + FORGED + "\u001b[31m红\u202e倒着\u2066藏";
        LOG.warn("named {}", name);
        LOG.error("thrown", new IllegalStateException(name, new IllegalArgumentException("cause\n" + FORGED)));
        List<String> written = lines();
        assertThat(written).noneMatch(line -> line.startsWith(FORGED));
        assertThat(written).filteredOn(line -> line.contains("named 张三")).singleElement().asString()
                .contains(FORGED, "红", "倒着");
        assertThat(String.join("\n", written)).doesNotContain("\u001b", "\u202e", "\u2066", "\r")
                .contains("| java.lang.IllegalStateException: 张三", "\tat " + LogTest.class.getName());
        assertThat(written).filteredOn(line -> line.contains("IllegalStateException: 张三")).as("once").hasSize(1);
    }

    /** A password, a token of the interface, a number typed where none belongs: used, refused, and never written down. */
    @Test
    void noSecretIsWrittenDown(Visitor visitor) {
        String password = "Ceshi-mima-7f3a91";
        Visitor stranger = visitor.another();
        Page door = stranger.get("/sign-in");
        assertThat(stranger.post("/sign-in", Map.of("_csrf", door.html().select("input[name=_csrf]").val(), "login",
                "nobody-" + password, "password", password)).status()).isNotEqualTo(500);
        Visitor teacher = visitor.another();
        Page samples = teacher.get("/sign-in");
        teacher.submit(samples, "form[action=/sign-in/sample]", Map.of("account",
                samples.html().select("button[name=account]:contains(示例教师03)").val()));
        Page made = teacher.submit(teacher.get("/me/tokens"), "form[action=/me/tokens]",
                Map.of("name", "日志", "scope", "read", "days", "7"));
        String token = made.html().select(".secret code").text();
        assertThat(token).isNotEmpty();
        String number = "330283201501010010";
        teacher.get("/search?q=" + number);
        LOG.warn("seen");
        assertThat(lines()).as("what is logged is seen here").anyMatch(line -> line.endsWith(": seen"))
                .noneMatch(line -> line.contains(password) || line.contains(token) || line.contains(number));
    }
}
