-- What a school may still answer is found by its days, and not by reading all that it was ever asked.
CREATE INDEX occasion_answer ON activity.occasion (district, answer_from) WHERE state = 'HELD';
