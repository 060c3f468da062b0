/** Sample people have addresses in a domain that never exists (RFC 2606); where there are some, what is printed carries “MẪU”. */
export const HAS_SAMPLE_DATA = `exists (select 1 from totrinh.person sample where sample.email like '%@mau.invalid')`;
