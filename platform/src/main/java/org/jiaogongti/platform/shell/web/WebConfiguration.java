package org.jiaogongti.platform.shell.web;

import jakarta.servlet.DispatcherType;
import java.time.Duration;
import org.jiaogongti.platform.shell.MessageBook;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.LiteWebJarsResourceResolver;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Static files: the address holds the hash of the content, so a browser keeps them for a year and never has a stale one. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration implements WebMvcConfigurer {

    /** Outermost, and where the container asks for the error page only: everything else has that page. */
    @Bean
    FilterRegistrationBean<LastResort> lastResort(MessageBook book) {
        FilterRegistrationBean<LastResort> registration = new FilterRegistrationBean<>(new LastResort(book));
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    /** Outside of everything that may lead elsewhere, the way to the sign-in page included. */
    @Bean
    FilterRegistrationBean<WayInWords> wayInWords() {
        FilterRegistrationBean<WayInWords> registration = new FilterRegistrationBean<>(new WayInWords());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        // A location stands for what the pattern names before its wildcard.
        add(registry, "/css/**", "classpath:/static/css/");
        add(registry, "/js/**", "classpath:/static/js/");
        add(registry, "/icons/**", "classpath:/static/icons/");
        add(registry, "/icons*.svg", "classpath:/static/");
        add(registry, "/favicon*.svg", "classpath:/static/");
        registry.addResourceHandler("/webjars/**").addResourceLocations("classpath:/META-INF/resources/webjars/")
                .setCacheControl(aYear()).resourceChain(true).addResolver(byContent())
                .addResolver(new LeanStyles()).addResolver(new LiteWebJarsResourceResolver());
    }

    private static void add(ResourceHandlerRegistry registry, String pattern, String location) {
        registry.addResourceHandler(pattern).addResourceLocations(location).setCacheControl(aYear()).resourceChain(true)
                .addResolver(byContent());
    }

    private static VersionResourceResolver byContent() {
        return new VersionResourceResolver().addContentVersionStrategy("/**");
    }

    private static CacheControl aYear() {
        return CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    }
}
