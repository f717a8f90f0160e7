/** Board, duty pages, charter, waivers: what is asked, how it is shown; no rule of a duty lives here. */
@NullMarked
package org.jiaogongti.platform.obligation.web;

import org.jspecify.annotations.NullMarked;
