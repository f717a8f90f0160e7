/**
 * Finding things from the header of every page: how words and pinyin initials are laid out for an index, what a person
 * typed, and the sources that the modules offer. Which rows somebody may see is said by the module that owns them, through
 * {@link org.jiaogongti.platform.search.SearchSource}.
 */
@NullMarked
@ApplicationModule(displayName = "Search", allowedDependencies = {"shell", "access", "job"})
package org.jiaogongti.platform.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
