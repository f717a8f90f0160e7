package org.jiaogongti.platform.shell.web;

import org.jiaogongti.platform.shell.ControllerArgument;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Lets a controller take the visitor's {@link Messages}, for words that it composes itself. */
@Configuration(proxyBeanMethods = false)
class MessagesArgument {

    @Bean
    ControllerArgument<Messages> visitorsMessages(MessageBook book) {
        return new ControllerArgument<>(Messages.class, http -> book.in(PreferenceCookies.read(http).language()));
    }
}
