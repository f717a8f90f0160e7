package org.jiaogongti.platform.shell;

import java.io.Serializable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What was done, shown once on the page after a redirect. It waits in the session, so the arguments are numbers and dates, never names.
 *
 * @param key message key
 * @param arguments for the message
 * @param undo address that takes it back by POST, or null
 */
public record Toast(String key, List<String> arguments, @Nullable String undo) implements Serializable {

    static final String ATTRIBUTE = Toast.class.getName();

    public Toast {
        arguments = List.copyOf(arguments);
    }

    public static Toast of(String key, Object... arguments) {
        return new Toast(key, java.util.Arrays.stream(arguments).map(String::valueOf).toList(), null);
    }

    public Toast undoneBy(String path) {
        return new Toast(key, arguments, path);
    }

    /** Puts it on the page that follows the redirect. */
    public void after(RedirectAttributes redirect) {
        redirect.addFlashAttribute(ATTRIBUTE, this);
    }
}
