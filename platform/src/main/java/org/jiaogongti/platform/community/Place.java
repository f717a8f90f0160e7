package org.jiaogongti.platform.community;

/** A body and an office in one word, as lists name them. */
enum Place {
    LIAISON(Body.LIAISONS, Office.MEMBER), LEADER(Body.GUIDANCE_GROUP, Office.HEAD), MEMBER(Body.GUIDANCE_GROUP,
            Office.MEMBER), CHAIR(Body.LEADING_GROUP, Office.HEAD), DEPUTY(Body.LEADING_GROUP,
                    Office.DEPUTY), OTHER(Body.LEADING_GROUP, Office.MEMBER);

    private final Body body;
    private final Office office;

    Place(Body body, Office office) {
        this.body = body;
        this.office = office;
    }

    Body body() {
        return body;
    }

    Office office() {
        return office;
    }

    static Place of(Seat seat) {
        for (Place place : values()) {
            if (place.body == seat.body() && place.office == seat.office()) {
                return place;
            }
        }
        throw new IllegalStateException("no word for " + seat.body() + " " + seat.office());
    }
}
