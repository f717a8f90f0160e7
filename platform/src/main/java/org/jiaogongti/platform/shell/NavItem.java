package org.jiaogongti.platform.shell;

/**
 * A page in the navigation, declared as a bean by its module and shown to whoever may open it.
 *
 * @param order smaller is further left
 * @param id what a page passes to the layout to mark itself
 * @param key message key of its name
 * @param path address
 * @param icon name in the sprite, without {@code i-}
 * @param place where it appears
 */
public record NavItem(int order, String id, String key, String path, String icon, Place place) {

    /** Where an item appears: in the row, in the row and among the phone's tabs, or as the phone's middle button too. */
    public enum Place {
        ROW, ROW_AND_TAB,
        /** In the row, and among the tabs of those who have few. */
        ROW_AND_SPARE_TAB, TAB_ONLY, MAIN_TAB
    }

    public boolean inRow() {
        return place != Place.TAB_ONLY;
    }

    public boolean inTabs() {
        return place != Place.ROW && place != Place.ROW_AND_SPARE_TAB;
    }

    public boolean spareTab() {
        return place == Place.ROW_AND_SPARE_TAB;
    }

    public boolean mainTab() {
        return place == Place.MAIN_TAB;
    }
}
