package org.jiaogongti.platform.reminder;

/**
 * The bureau's way out by mail, without its password.
 *
 * @param login empty where the server asks for none
 * @param sender the address it is sent from
 */
public record MailServer(String host, int port, Security security, String login, String sender) {

    /** How the connection is kept from being listened to. */
    public enum Security {
        TLS, STARTTLS, PLAIN
    }
}
