package org.jiaogongti.platform.shell.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import org.jiaogongti.platform.shell.MessageBook;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Without a database there is still a page in words. */
final class LastResortTest {

    @Test
    void anErrorPageThatFailsItselfIsAnsweredInWordsWithANumber() throws Exception {
        MockHttpServletResponse answer = answer((request, response) -> {
            response.getWriter().write("half a page");
            throw new IllegalStateException("org.postgresql.util.PSQLException: connection refused");
        });
        Document page = Jsoup.parse(answer.getContentAsString());
        assertThat(answer.getStatus()).isEqualTo(503);
        assertThat(page.select("h1").eachText()).hasSize(2).first().isEqualTo("系统暂时连不上数据");
        assertThat(page.text()).containsPattern("请把这个编号告诉管理员： [2-9A-Z]{8}").doesNotContain("Exception", "half");
    }

    @Test
    void anErrorPageThatWorksIsLeftAlone() throws Exception {
        MockHttpServletResponse answer = answer((request, response) -> response.getWriter().write("the page"));
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("the page");
    }

    @Test
    void whatTheFirewallTurnsAwayIsNotCalledAFailureOfTheServer() throws Exception {
        MockHttpServletResponse answer = answer(400, (request, response) -> {
            throw new IllegalStateException("The request was rejected because the URL contained \";\"");
        });
        assertThat(answer.getStatus()).isEqualTo(400);
        assertThat(Jsoup.parse(answer.getContentAsString()).select("h1").eachText()).first().isEqualTo("这个请求看不懂");
    }

    private static MockHttpServletResponse answer(FilterChain chain) throws Exception {
        return answer(500, chain);
    }

    private static MockHttpServletResponse answer(int status, FilterChain chain) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/error");
        request.setDispatcherType(DispatcherType.ERROR);
        request.setAttribute(RequestDispatcher.ERROR_REQUEST_URI, "/board");
        request.setAttribute(RequestDispatcher.ERROR_STATUS_CODE, status);
        MockHttpServletResponse response = new MockHttpServletResponse();
        new LastResort(new MessageBook()).doFilter(request, response, chain);
        return response;
    }
}
