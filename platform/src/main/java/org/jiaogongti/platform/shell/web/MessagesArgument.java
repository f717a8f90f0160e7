package org.jiaogongti.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jiaogongti.platform.shell.MessageBook;
import org.jiaogongti.platform.shell.Messages;
import org.jiaogongti.platform.shell.Preferences;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Lets a controller take the visitor's {@link Messages}, for words that it composes itself. */
@Configuration(proxyBeanMethods = false)
class MessagesArgument implements WebMvcConfigurer, HandlerMethodArgumentResolver {

    private final MessageBook book;

    MessagesArgument(MessageBook book) {
        this.book = book;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Messages.class;
    }

    @Override
    public Messages resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
            NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
        HttpServletRequest http = request.getNativeRequest(HttpServletRequest.class);
        return book.in(http == null ? Preferences.PLAIN.language() : PreferenceCookies.read(http).language());
    }
}
