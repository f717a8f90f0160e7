-- How big somebody wants the type, on whatever device they sign in; null where the device decides.
ALTER TABLE access.account ADD COLUMN type_size text CHECK (type_size IN ('large', 'larger'));
