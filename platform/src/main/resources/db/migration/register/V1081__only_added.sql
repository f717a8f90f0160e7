-- What the registers' tables said of themselves, the database keeps from now on.
SELECT lib.only_added('register.weak_ground');
SELECT lib.only_added('register.weak_closing');
SELECT lib.only_added('register.measure_step');
SELECT lib.only_added('register.joint_work');
SELECT lib.only_added('register.review');
SELECT lib.only_added('register.requirement_step');
SELECT lib.only_added('register.revision');
SELECT lib.only_added('register.sheet_step');
