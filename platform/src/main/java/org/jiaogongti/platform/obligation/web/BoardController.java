package org.jiaogongti.platform.obligation.web;

import java.util.Map;
import java.util.Optional;
import org.jiaogongti.platform.obligation.Span;
import org.jiaogongti.platform.shell.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** 责任看板: the matrix, its exports and its print view. */
@Controller
class BoardController {

    private final Boards boards;

    BoardController(Boards boards) {
        this.boards = boards;
    }

    @GetMapping("/board")
    @Nullable
    ModelAndView board(@RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String span, @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String state, Messages m, ServletWebRequest request) {
        Optional<BoardView> view = view(term, span, duty, state, m);
        if (view.isEmpty()) {
            return new ModelAndView("obligation/board-none", Map.of());
        }
        // The browser asks every time and gets the page only when it would look different.
        if (request.getResponse() != null) {
            request.getResponse().setHeader(HttpHeaders.CACHE_CONTROL,
                    CacheControl.noCache().cachePrivate().getHeaderValue());
        }
        if (request.checkNotModified(Tags.of(view.get(), request.getRequest()))) {
            return null;
        }
        return new ModelAndView("obligation/board", Map.of("view", view.get()));
    }

    @GetMapping("/board.csv")
    ResponseEntity<byte[]> csv(@RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String span, @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String state, Messages m) {
        return BoardTable.of(required(term, span, duty, state, m), m).download("csv");
    }

    @GetMapping("/board.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam(defaultValue = "") String term,
            @RequestParam(defaultValue = "") String span, @RequestParam(defaultValue = "") String duty,
            @RequestParam(defaultValue = "") String state, Messages m) {
        return BoardTable.of(required(term, span, duty, state, m), m).download("xlsx");
    }

    private BoardView required(String term, String span, String duty, String state, Messages m) {
        return view(term, span, duty, state, m)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "no term yet"));
    }

    private Optional<BoardView> view(String term, String span, String duty, String state, Messages m) {
        return boards.view(term, Span.Width.of(span), new BoardBuilder.Asked(duty, state), new Words(m));
    }
}
