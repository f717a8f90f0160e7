package org.jiaogongti.platform.reminder;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import org.jiaogongti.platform.outbound.OutsideCalls;
import org.jiaogongti.platform.reminder.Carrier.Tried;
import org.jiaogongti.platform.reminder.Delivery.Outcome;
import org.jiaogongti.platform.reminder.MailServer.Security;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.stereotype.Component;

/** Sends letters through the bureau's mail server. */
@Component
class MailOut {

    private static final Logger LOG = LoggerFactory.getLogger(MailOut.class);
    private static final String TIMEOUT = "10000";
    private static final Set<Integer> PORTS = Set.of(25, 465, 587, 994, 2525);
    private static final int DETAIL = 200;

    private final OutsideCalls outside;

    MailOut(OutsideCalls outside) {
        this.outside = outside;
    }

    /** Whether a server may be one at all: a port of mail, or a host that whoever runs the server has named. */
    boolean allowed(String host, int port) {
        return outside.named(host) || PORTS.contains(port);
    }

    static boolean address(String text) {
        try {
            new InternetAddress(text, true).validate();
            return text.indexOf('@') > 0;
        } catch (AddressException none) {
            return false;
        }
    }

    /**
     * Sends one letter.
     *
     * @param id the letter's own, the same however often it is tried: a mail server that got it twice can tell
     */
    Tried send(MailServer server, String password, String to, UUID id, String subject, String text) {
        if (!allowed(server.host(), server.port()) || !outside.reachable(server.host())) {
            return Tried.of(Outcome.FORBIDDEN);
        }
        JavaMailSenderImpl sender = sender(server, password);
        try {
            MimeMessage message = message(sender.getSession(), id);
            message.setFrom(new InternetAddress(server.sender()));
            message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
            message.setSubject(subject, StandardCharsets.UTF_8.name());
            message.setText(text, StandardCharsets.UTF_8.name());
            message.setHeader("Auto-Submitted", "auto-generated");
            message.saveChanges();
            sender.send(message);
            return Tried.of(Outcome.SENT);
        } catch (MailException failed) {
            return failed(id, failed, failed.getMostSpecificCause());
        } catch (MessagingException failed) {
            return failed(id, failed, failed);
        }
    }

    private static Tried failed(UUID id, Exception failed, Throwable cause) {
        LOG.info("Letter {} did not go out", id, failed);
        if (cause instanceof IOException) {
            return Tried.of(Outcome.SILENT);
        }
        String said = String.valueOf(cause.getMessage()).replaceAll("\\s+", " ").strip();
        return new Tried(Outcome.REFUSED, said.substring(0, Math.min(said.length(), DETAIL)));
    }

    private static MimeMessage message(Session session, UUID id) {
        return new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + id + "@jiaogongti.invalid>");
            }
        };
    }

    private static JavaMailSenderImpl sender(MailServer server, String password) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        Properties properties = sender.getJavaMailProperties();
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        properties.setProperty("mail.smtp.timeout", TIMEOUT);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
        if (server.security() == Security.TLS) {
            properties.setProperty("mail.smtp.ssl.enable", "true");
        }
        if (server.security() == Security.STARTTLS) {
            properties.setProperty("mail.smtp.starttls.enable", "true");
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        if (!server.login().isEmpty()) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(server.login());
            sender.setPassword(password);
        }
        return sender;
    }
}
