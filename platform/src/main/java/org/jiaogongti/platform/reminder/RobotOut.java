package org.jiaogongti.platform.reminder;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jiaogongti.platform.outbound.OutsideCalls;
import org.jiaogongti.platform.outbound.OutsideCalls.Answer;
import org.jiaogongti.platform.reminder.Carrier.Tried;
import org.jiaogongti.platform.reminder.Delivery.Outcome;
import org.jiaogongti.platform.reminder.Robot.Kind;
import org.jiaogongti.platform.shell.BusinessClock;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks in group chats.
 *
 * @see <a href="https://open.dingtalk.com/document/orgapp/custom-robots-send-group-messages">DingTalk: custom robots</a>
 * @see <a href="https://developer.work.weixin.qq.com/document/path/91770">WeCom: group robots</a>
 */
@Component
class RobotOut {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Map<Kind, String> HOSTS = Map.of(Kind.DINGTALK, "oapi.dingtalk.com", Kind.WECOM,
            "qyapi.weixin.qq.com");
    private static final int DETAIL = 200;

    private final OutsideCalls outside;
    private final BusinessClock clock;

    RobotOut(OutsideCalls outside, BusinessClock clock) {
        this.outside = outside;
        this.clock = clock;
    }

    /**
     * Where a robot is spoken to.
     *
     * @param secret to sign with; empty where it asks for none
     */
    record Door(String url, String secret) {}

    /** Whether an address is one of the chat's maker, or of a host that whoever runs the server has named. */
    boolean allowed(Kind kind, String url) {
        Optional<URI> uri = outside.address(url);
        return uri.isPresent()
                && (uri.get().getHost().equals(HOSTS.get(kind)) || outside.named(uri.get().getHost()));
    }

    Tried send(Kind kind, Door door, String title, String markdown) {
        if (!allowed(kind, door.url())) {
            return Tried.of(Outcome.FORBIDDEN);
        }
        String url = door.secret().isEmpty() ? door.url() : door.url() + signed(door.secret(), clock.now());
        return switch (outside.post(url, Map.of(), body(kind, title, markdown))) {
            case Answer.Silent() -> Tried.of(Outcome.SILENT);
            case Answer.Forbidden() -> Tried.of(Outcome.FORBIDDEN);
            case Answer.Given(int status, String text) -> answered(status, text);
        };
    }

    /** Both makers answer 200 and say in the body whether it went through. */
    private static Tried answered(int status, String text) {
        try {
            JsonNode said = JSON.readTree(text);
            if (status == 200 && said.path("errcode").asInt(-1) == 0) {
                return Tried.of(Outcome.SENT);
            }
            String words = status + " " + said.path("errcode").asInt(0) + " " + said.path("errmsg").asString("");
            return new Tried(Outcome.REFUSED, words.substring(0, Math.min(words.length(), DETAIL)).strip());
        } catch (JacksonException noJson) {
            return new Tried(Outcome.REFUSED, Integer.toString(status));
        }
    }

    static String body(Kind kind, String title, String markdown) {
        Map<String, Object> message = switch (kind) {
            case DINGTALK -> Map.of("msgtype", "markdown", "markdown", Map.of("title", title, "text", markdown));
            case WECOM -> Map.of("msgtype", "markdown", "markdown", Map.of("content", markdown));
        };
        return JSON.writeValueAsString(message);
    }

    /** The end of a signed address: the millisecond, and HMAC-SHA256 over it and the secret under the secret. */
    static String signed(String secret, Instant at) {
        try {
            String stamp = Long.toString(at.toEpochMilli());
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            String sign = Base64.getEncoder()
                    .encodeToString(mac.doFinal((stamp + "\n" + secret).getBytes(StandardCharsets.UTF_8)));
            return "&timestamp=" + stamp + "&sign=" + URLEncoder.encode(sign, StandardCharsets.UTF_8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every JDK has HmacSHA256", missing);
        }
    }
}
