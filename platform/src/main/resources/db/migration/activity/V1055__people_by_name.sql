-- A person's own record of training asks for what names them.
CREATE INDEX person_name ON activity.person (district, name);
