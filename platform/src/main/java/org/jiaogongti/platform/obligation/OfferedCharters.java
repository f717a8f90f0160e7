package org.jiaogongti.platform.obligation;

import java.util.List;
import java.util.Optional;
import org.jiaogongti.charter.reading.CharterText;
import org.jiaogongti.charter.reading.Charters;
import org.jiaogongti.charter.reading.InvalidCharter;
import org.jiaogongti.platform.access.Actor;
import org.jiaogongti.platform.access.CharterShelf;
import org.springframework.stereotype.Component;

/** The charters that a new district may choose from at the first visit. */
@Component
class OfferedCharters implements CharterShelf {

    private final Adoption adoption;
    private final CharterLibrary library;

    OfferedCharters(Adoption adoption, CharterLibrary library) {
        this.adoption = adoption;
        this.library = library;
    }

    @Override
    public List<Offer> offers() {
        return library.charters().stream().map(id -> new Offer(id, library.read(id, List.of()).title())).toList();
    }

    @Override
    public void adopt(Actor by, String id) {
        adoption.adopt(id, by.accountId());
    }

    @Override
    public Optional<String> wrong(Own own) {
        try {
            Charters.of(WholeFile.NAME, new CharterText(own.charter(), own.notice()));
            return Optional.empty();
        } catch (InvalidCharter invalid) {
            return Optional.of(String.valueOf(invalid.getMessage()));
        }
    }

    @Override
    public void adopt(Actor by, Own own) {
        adoption.adopt(new CharterText(own.charter(), own.notice()), by.accountId());
    }
}
