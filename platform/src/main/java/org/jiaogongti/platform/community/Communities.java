package org.jiaogongti.platform.community;

import java.util.List;
import org.jiaogongti.platform.community.store.CommunityStore;
import org.jiaogongti.platform.school.Schools;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The district's communities: who belongs to them, their subject groups, their schools' weak subjects. */
@Service
@Transactional(readOnly = true)
public class Communities {

    private final CommunityStore store;
    private final Schools schools;

    Communities(CommunityStore store, Schools schools) {
        this.store = store;
        this.schools = schools;
    }

    /** In the notice's order. */
    public List<Community> all() {
        return store.all();
    }

    /** Everything about communities with its whole history. */
    public Composition composition() {
        return new Composition(store.all(), store.memberships(), store.groups(), store.weakSubjects(),
                schools.subjects());
    }

    /** Sets up a district's communities before its charter is adopted, all in one go. */
    @Transactional
    public void setUp(Composition composition) {
        store.insert(composition.communities());
        store.insertMemberships(composition.memberships());
        store.insertGroups(composition.groups());
        store.insertWeakSubjects(composition.weakSubjects());
    }
}
