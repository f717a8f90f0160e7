package org.jiaogongti.charter;

/** How strongly the notice speaks. */
public enum Modality {
    /** 须、要. */
    MUST,
    /** 应. */
    SHOULD,
    /** 一般: a recommendation, never a deadline. */
    USUALLY,
    /** 可: a permission, never a miss. */
    MAY
}
